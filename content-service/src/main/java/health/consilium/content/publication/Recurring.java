package health.consilium.content.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** A task that is run again and again; after a failure it rests for a while, so that an outage fills no log. */
final class Recurring {

    private static final Logger log = LoggerFactory.getLogger(Recurring.class);
    private static final Duration REST = Duration.ofSeconds(2);
    private static final Duration SET_ASIDE = Duration.ofMinutes(5);

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

    /**
     * Does the task's step for one article. An article that cannot be handled is set aside, so that it does not hold
     * up the others; when it is the database that fails, the whole task does.
     *
     * @return whether anything was done
     */
    boolean step(String articleId, BooleanSupplier step, Consumer<Instant> setAside) {
        try {
            return step.getAsBoolean();
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException outage) {
            throw outage;
        } catch (RuntimeException | StackOverflowError failure) {
            log.error("{} failed for article {}; it is set aside for {}", name, articleId, SET_ASIDE, failure);
            setAside.accept(Instant.now().plus(SET_ASIDE));
            return true;
        }
    }
}
