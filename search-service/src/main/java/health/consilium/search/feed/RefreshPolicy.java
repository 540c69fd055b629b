package health.consilium.search.feed;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Decides when searches get to see what was applied: a lone change at once, a bulk load or vectors once an interval.
 * All times are {@link System#nanoTime()}.
 */
final class RefreshPolicy {

    static final long NOT_DUE = Long.MAX_VALUE;

    private static final double DECAY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long interval;
    private final int loneChangesPerSecond;
    /** At first, what an earlier connection applied may wait. */
    private boolean pending = true;

    private boolean vectorsPending;
    private double recentChanges;
    private long recentAsOf;
    private long lastRefresh;
    private long lastCost;

    RefreshPolicy(Duration interval, int loneChangesPerSecond, long now) {
        this.interval = interval.toNanos();
        this.loneChangesPerSecond = loneChangesPerSecond;
        this.recentAsOf = now;
        this.lastRefresh = now - this.interval;
    }

    void applied(int changes, long now) {
        recentChanges = recent(now) + changes;
        recentAsOf = now;
        pending = pending || changes > 0;
    }

    void appliedVectors(int changes) {
        vectorsPending = vectorsPending || changes > 0;
    }

    void refreshed(long started, long ended) {
        pending = false;
        vectorsPending = false;
        lastRefresh = ended;
        lastCost = ended - started;
    }

    /** Nanoseconds until the next refresh, 0 when it is due; {@code drained} says that nothing else waits to be read. */
    long due(boolean drained, long now) {
        if (!pending && !vectorsPending) {
            return NOT_DUE;
        }
        // at the lone rate, refreshing takes no more than half of the time
        long pause =
                pending && drained && recent(now) <= loneChangesPerSecond ? Math.min(lastCost, interval) : interval;
        return Math.max(0, lastRefresh + pause - now);
    }

    private double recent(long now) {
        return recentChanges * Math.exp((recentAsOf - now) / DECAY_NANOS);
    }
}
