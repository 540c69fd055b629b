package health.consilium.search.rebuild;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rebuild, as it is served. */
@Schema(name = "Rebuild")
record RebuildView(
        UUID id,
        Instant requestedAt,

        @Schema(
                allowableValues = {"request", "analysis", "model"},
                description = "request: an operator asked for it; analysis, model: a replica found that it makes terms"
                        + " or vectors otherwise than its index has them, and rebuilds that one")
        String reason,

        @Schema(
                allowableValues = {"waiting", "running", "done", "failed"},
                description = "running while any replica is; failed when all have ended and any failed")
        String state,

        List<Replica> replicas) {

    @Schema(name = "RebuildReplica")
    record Replica(
            String replica,

            @Schema(allowableValues = {"waiting", "running", "done", "failed"})
            String state,

            @Schema(description = "Of messages; vectors are counted when they begin to be read")
            long messagesRead,

            long messages,

            @Schema(
                    types = {"string", "null"},
                    format = "date-time")
            @Nullable
            Instant startedAt,

            @Schema(
                    types = {"string", "null"},
                    format = "date-time")
            @Nullable
            Instant finishedAt,

            @Schema(description = "When it said so; one that is waiting or running says it every few seconds")
            Instant reportedAt) {

        static Replica of(String replica, ReplicaProgress progress) {
            return new Replica(
                    replica,
                    progress.state().value(),
                    progress.messagesRead(),
                    progress.messages(),
                    progress.startedAt(),
                    progress.finishedAt(),
                    progress.reportedAt());
        }
    }

    static RebuildView of(Rebuild rebuild) {
        RebuildRequest request = rebuild.request();
        return new RebuildView(
                request.id(),
                request.requestedAt(),
                request.reason().value(),
                rebuild.state().value(),
                rebuild.replicas().entrySet().stream()
                        .map(entry -> Replica.of(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
