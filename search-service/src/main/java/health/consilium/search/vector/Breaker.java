package health.consilium.search.vector;

import java.time.Duration;

/**
 * Stops trying for a while after some failures in a row; after the pause a single failure stops it again. All times are
 * {@link System#nanoTime()}.
 */
final class Breaker {

    private final int failuresInARow;
    private final long pause;
    private int failures;
    private long openUntil;
    private boolean open;

    Breaker(int failuresInARow, Duration pause) {
        this.failuresInARow = failuresInARow;
        this.pause = pause.toNanos();
    }

    synchronized boolean allows(long now) {
        open = open && now - openUntil < 0;
        return !open;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed(long now) {
        failures = Math.min(failures + 1, failuresInARow);
        if (failures == failuresInARow) {
            open = true;
            openUntil = now + pause;
        }
    }
}
