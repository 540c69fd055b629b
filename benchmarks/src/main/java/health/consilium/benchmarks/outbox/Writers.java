package health.consilium.benchmarks.outbox;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Threads that write to random aggregates. */
final class Writers {

    private static final int THREADS = 16;
    private static final int PACED_THREADS = 4;

    private final Pipeline pipeline;

    Writers(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** As fast as it goes; how many were written per second. */
    double writeFor(Duration time) {
        AtomicInteger count = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        inThreads(THREADS, thread -> {
            while (System.nanoTime() < end) {
                pipeline.write(anyKey(), true);
                count.incrementAndGet();
            }
        });
        return count.get() * 1e9 / (System.nanoTime() - start);
    }

    /** So many, as fast as it goes. */
    void write(int count, boolean durably) {
        AtomicInteger left = new AtomicInteger(count);
        inThreads(THREADS, thread -> {
            while (left.getAndDecrement() > 0) {
                pipeline.write(anyKey(), durably);
            }
        });
    }

    /** At a steady rate, noting when each commit returned. */
    void write(int perSecond, Duration time, Moments commits) {
        long interval = Duration.ofSeconds(PACED_THREADS).toNanos() / perSecond;
        long start = System.nanoTime();
        inThreads(PACED_THREADS, thread -> {
            long due = start + thread * interval / PACED_THREADS;
            for (; due < start + time.toNanos(); due += interval) {
                LockSupport.parkNanos(due - System.nanoTime());
                Change change = pipeline.write(anyKey(), true);
                commits.keep(change.aggregate(), Math.toIntExact(change.version()), System.nanoTime());
            }
        });
    }

    private static String anyKey() {
        return Change.key(ThreadLocalRandom.current().nextInt(Change.AGGREGATES));
    }

    private static void inThreads(int count, java.util.function.IntConsumer work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            for (int i = 0; i < count; i++) {
                int thread = i;
                threads.execute(() -> work.accept(thread));
            }
        }
    }
}
