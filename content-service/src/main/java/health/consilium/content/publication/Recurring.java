package health.consilium.content.publication;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task that is run again and again; after a failure it rests for a while, so that an outage fills no log. */
final class Recurring {

    private static final Logger log = LoggerFactory.getLogger(Recurring.class);
    private static final Duration REST = Duration.ofSeconds(2);

    private final String name;
    private final Runnable task;
    private Instant restsUntil = Instant.MIN;

    Recurring(String name, Runnable task) {
        this.name = name;
        this.task = task;
    }

    void run() {
        if (Instant.now().isBefore(restsUntil)) {
            return;
        }
        try {
            task.run();
        } catch (RuntimeException failure) {
            log.warn("{} failed and will be tried again: {}", name, failure.toString());
            restsUntil = Instant.now().plus(REST);
        }
    }
}
