package health.consilium.search.index;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an index is doing.
 *
 * @param engine the engine's name and version
 * @param documents searchable documents by type
 * @param sizeBytes what it takes on disk
 */
public record IndexStatus(
        String engine,
        Map<DocumentType, Long> documents,
        long sizeBytes,
        @Nullable Instant lastCommit,
        @Nullable Instant lastRefresh) {}
