package health.consilium.search.query;

import health.consilium.search.feed.SourceProgress;
import health.consilium.search.rebuild.OwnRebuild;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the search is doing, as it is served. */
record SearchStatus(
        @Schema(description = "The engine and its version") String engine,

        @Schema(description = "Whether the index has caught up since the service started")
        boolean caughtUp,

        @Schema(description = "Whether Kafka answers") boolean kafkaReachable,

        @Schema(description = "Searchable documents by type")
        Map<String, Long> documents,

        Vectors vectors,

        @Schema(
                types = {"object", "null"},
                description = "The last rebuild of this index, until it is done")
        @Nullable
        Rebuilding rebuild,

        @Schema(description = "What the index takes on disk")
        long sizeBytes,

        List<SourceProgress> sources,

        @Schema(
                types = {"string", "null"},
                format = "date-time")
        @Nullable
        Instant lastCommit,

        @Schema(
                types = {"string", "null"},
                format = "date-time")
        @Nullable
        Instant lastRefresh) {

    @Schema(name = "SearchVectors", description = "What documents are found by their meaning")
    record Vectors(
            String model,

            @Schema(
                    allowableValues = {"loading", "ready", "off", "failed", "unsupported", "outdated"},
                    description = "outdated: the index has another model's vectors, so that searches go by words alone"
                            + " until it is rebuilt, which it is by itself; unsupported: this engine finds documents by their words alone; a cluster without"
                            + " the k-NN plugin, for instance")
            String state,

            @Schema(description = "Documents that have their vectors")
            long documents,

            @Schema(
                    types = {"integer", "null"},
                    description =
                            "Changes of documents whose vectors are still to be computed; null if it can't be told")
            @Nullable
            Long backlog) {}

    @Schema(name = "SearchRebuilding", description = "How far this replica is with rebuilding the index")
    record Rebuilding(
            @Schema(allowableValues = {"request", "analysis", "model"})
            String reason,

            @Schema(allowableValues = {"waiting", "running", "failed"})
            String state,

            long messagesRead,
            long messages) {

        static Rebuilding of(OwnRebuild.Progress progress) {
            return new Rebuilding(
                    progress.reason(), progress.state().value(), progress.messagesRead(), progress.messages());
        }
    }
}
