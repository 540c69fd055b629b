package health.consilium.search.rebuild;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for rebuilds: accepted when Kafka keeps the request for all replicas. */
final class RebuildRequests {

    private static final Logger log = LoggerFactory.getLogger(RebuildRequests.class);

    private final RebuildTopic topic;
    private final Rebuilds rebuilds;
    private final int kept;
    private final InstantSource clock;

    RebuildRequests(RebuildTopic topic, Rebuilds rebuilds, int kept, InstantSource clock) {
        this.topic = topic;
        this.rebuilds = rebuilds;
        this.kept = kept;
        this.clock = clock;
    }

    /** Has every replica rebuild its index, unless one does so already. */
    synchronized Rebuild ofAll() {
        if (!rebuilds.isComplete()) {
            throw unavailable();
        }
        if (rebuilds.newestFirst().stream().anyMatch(rebuild -> rebuild.isActive(clock.instant()))) {
            throw new ProblemException(
                    ProblemTypes.CONFLICT, "A rebuild is under way. Ask again when it is done or has failed.");
        }
        try {
            return ask(Reason.REQUEST, null);
        } catch (KafkaException unreachable) {
            log.warn("A rebuild could not be asked for: {}", unreachable.toString());
            throw unavailable();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    /** Has a rebuild done by one replica, or by all of them, and forgets the oldest that are over. */
    synchronized Rebuild ask(Reason reason, @Nullable String replica) throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RebuildRequest request = new RebuildRequest(UUID.randomUUID(), now, reason, replica);
        topic.write(request);
        rebuilds.take(request);
        for (Rebuild rebuild : rebuilds.newestFirst().stream().skip(kept).toList()) {
            if (!rebuild.isActive(now)) {
                topic.remove(rebuild);
                rebuilds.remove(rebuild.request().id());
            }
        }
        return Rebuild.of(request);
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                ProblemTypes.UNAVAILABLE, "Kafka does not answer. Look whether a rebuild is listed, then ask again.");
    }
}
