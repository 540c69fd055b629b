package health.consilium.benchmarks.containers;

import health.consilium.stack.ServerFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits, but not for ever. */
final class Waiting {
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private Waiting() {}

    /** The moment at which this was so. */
    static Instant until(String what, Duration limit, BooleanSupplier condition) {
        Instant end = Instant.now().plus(limit);
        while (Instant.now().isBefore(end)) {
            if (condition.getAsBoolean()) {
                return Instant.now();
            }
            pause(INTERVAL);
        }
        throw new ServerFailure("After %d s still waiting until %s.".formatted(limit.toSeconds(), what));
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted.", e);
        }
    }
}
