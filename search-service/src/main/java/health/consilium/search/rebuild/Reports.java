package health.consilium.search.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all replicas how far this one is; what Kafka does not take now is told later. */
final class Reports {

    private static final Logger log = LoggerFactory.getLogger(Reports.class);

    private final RebuildTopic topic;
    private final Rebuilds rebuilds;
    private final String replica;
    private final Duration interval;
    private final InstantSource clock;
    private final Map<UUID, ReplicaProgress> untold = new LinkedHashMap<>();
    private Instant lastRead = Instant.EPOCH;

    Reports(RebuildTopic topic, Rebuilds rebuilds, String replica, Duration interval, InstantSource clock) {
        this.topic = topic;
        this.rebuilds = rebuilds;
        this.replica = replica;
        this.interval = interval;
        this.clock = clock;
    }

    String replica() {
        return replica;
    }

    /** They have to wait, which is told again now and then. */
    void waiting(List<Rebuild> all) {
        Instant now = now();
        if (lastRead.plus(interval).isBefore(now)) {
            lastRead = now;
            tell(all, known -> ReplicaProgress.waiting(now));
        }
    }

    void started(List<Rebuild> all) {
        tell(all, known -> ReplicaProgress.started(now()));
    }

    /** Told now and then. */
    void read(List<Rebuild> all, long read, long of) {
        Instant now = now();
        if (lastRead.plus(interval).isBefore(now)) {
            lastRead = now;
            tell(all, known -> known.read(read, of, now));
        }
    }

    void finished(List<Rebuild> all, RebuildState how) {
        tell(all, known -> known.finished(how, now()));
    }

    /** Tells what Kafka has not taken yet. */
    void tellTheRest() {
        try {
            for (UUID id : List.copyOf(untold.keySet())) {
                topic.write(id, replica, Objects.requireNonNull(untold.get(id)));
                untold.remove(id);
            }
        } catch (KafkaException unreachable) {
            log.info("How far the rebuild is will be told later: {}", unreachable.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(List<Rebuild> all, UnaryOperator<ReplicaProgress> change) {
        for (Rebuild each : all) {
            UUID id = each.request().id();
            rebuilds.find(id).ifPresent(known -> {
                ReplicaProgress told = known.of(replica);
                ReplicaProgress progress = change.apply(told == null ? ReplicaProgress.waiting(now()) : told);
                rebuilds.take(id, replica, progress);
                untold.put(id, progress);
            });
        }
        tellTheRest();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
