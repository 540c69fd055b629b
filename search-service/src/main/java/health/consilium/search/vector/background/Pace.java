package health.consilium.search.vector.background;

import java.util.concurrent.TimeUnit;

/**
 * Decides how long to rest after a piece of work: not at all when it is quiet, most of the time while changes pour in
 * or the processors have enough to do.
 * All times are {@link System#nanoTime()}.
 */
final class Pace {

    private static final double DECAY_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(5);

    private final double busyShare;
    private final double quietChanges;
    private final double quietLoad;
    private long changesSoFar;
    private double recentChanges;
    private long recentAsOf;

    Pace(double busyShare, double quietChangesPerSecond, double quietLoad, long now) {
        this.busyShare = busyShare;
        this.quietLoad = quietLoad;
        this.quietChanges = quietChangesPerSecond * DECAY_NANOS / TimeUnit.SECONDS.toNanos(1);
        this.recentAsOf = now;
    }

    /**
     * Nanoseconds to rest after that much work.
     *
     * @param changes how many have come since the start
     * @param load the share of the processors' time that is used
     */
    long rest(long worked, long changes, double load, long now) {
        recentChanges = recentChanges * Math.exp((recentAsOf - now) / DECAY_NANOS) + (changes - changesSoFar);
        recentAsOf = now;
        changesSoFar = changes;
        if (recentChanges <= quietChanges && load <= quietLoad) {
            return 0;
        }
        return Math.min(LONGEST_REST, (long) (worked * (1 - busyShare) / busyShare));
    }
}
