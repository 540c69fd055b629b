package health.consilium.benchmarks.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What reached the consumer: how much, what twice, and what after a newer version of its aggregate. */
final class Arrivals {

    private final Moments moments = new Moments();
    private final int[] newest = new int[Change.AGGREGATES];
    private int distinct;
    private int repeated;
    private int disordered;
    private long last;

    synchronized void add(int aggregate, int version, long nanos) {
        if (!moments.keep(aggregate, version, nanos)) {
            repeated++;
            return;
        }
        distinct++;
        last = nanos;
        if (version < newest[aggregate]) {
            disordered++;
        }
        newest[aggregate] = Math.max(newest[aggregate], version);
        notifyAll();
    }

    /** Waits for so many different events; {@code false} when the time is over before. */
    synchronized boolean await(int count, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (distinct < count && end > System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, end - System.nanoTime()));
        }
        return distinct >= count;
    }

    synchronized int distinct() {
        return distinct;
    }

    /** When the newest of the different events arrived. */
    synchronized long last() {
        return last;
    }

    Moments moments() {
        return moments;
    }

    /** Counts against the versions that the database holds. */
    synchronized Map<String, Double> against(Map<Integer, Integer> versions) {
        int lost = 0;
        for (var aggregate : versions.entrySet()) {
            for (int version = 1; version <= aggregate.getValue(); version++) {
                lost += moments.has(aggregate.getKey(), version) ? 0 : 1;
            }
        }
        Map<String, Double> counts = new HashMap<>();
        counts.put("events", (double) distinct);
        counts.put("lost", (double) lost);
        counts.put("repeated", (double) repeated);
        counts.put("disordered", (double) disordered);
        return counts;
    }
}
