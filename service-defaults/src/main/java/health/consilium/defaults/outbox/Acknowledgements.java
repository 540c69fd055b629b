package health.consilium.defaults.outbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.replication.LogSequenceNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the stored position, then the slot's, after what Kafka has acknowledged. Stored first: a slot that starts
 * after the stored position is therefore not the one we read before.
 */
final class Acknowledgements implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Acknowledgements.class);

    /**
     * How long log without messages of ours may wait until the position is moved for it alone. A server that is being
     * shut down waits for its readers to confirm all of it.
     */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final MessageStream stream;
    private final InFlight inFlight;
    private final ReplicationSlot slot;
    private final Duration interval;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox-acknowledgements").factory());
    private @Nullable LogSequenceNumber stored;
    private long movedAt = System.nanoTime();

    Acknowledgements(MessageStream stream, InFlight inFlight, ReplicationSlot slot, Duration interval) {
        this.stream = stream;
        this.inFlight = inFlight;
        this.slot = slot;
        this.interval = interval;
        this.stored = slot.stored();
    }

    void start() {
        var unused = timer.scheduleWithFixedDelay(
                this::moveOrAbort, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void moveOrAbort() {
        try {
            move();
        } catch (RuntimeException | Error failure) {
            log.warn("The acknowledged position could not be stored; reading again from the last one");
            stream.abort();
        }
    }

    private synchronized void move() {
        LogSequenceNumber received = stream.received();
        LogSequenceNumber acknowledged = inFlight.acknowledged();
        if (acknowledged == null && inFlight.isEmpty() && System.nanoTime() - movedAt >= IDLE.toNanos()) {
            acknowledged = received;
        }
        if (acknowledged != null && ahead(acknowledged) > 0) {
            slot.store(acknowledged);
            stored = acknowledged;
            stream.confirm(acknowledged);
            movedAt = System.nanoTime();
        }
    }

    private long ahead(LogSequenceNumber position) {
        return position.asLong() - (stored == null ? 0 : stored.asLong());
    }

    /** Stops the timer and moves once more, for what was acknowledged at the end. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            move();
        } catch (RuntimeException failure) {
            log.warn("The last acknowledged position could not be stored; the next leader repeats a little");
        }
    }
}
