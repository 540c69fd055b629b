package health.consilium.search.index;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an index is doing.
 *
 * @param engine the engine's name and version
 * @param documents searchable documents by type
 * @param withVectors how many of them can be found by meaning
 * @param sizeBytes what it takes on disk
 */
public record IndexStatus(
        String engine,
        Map<DocumentType, Long> documents,
        long withVectors,
        long sizeBytes,
        @Nullable Instant lastCommit,
        @Nullable Instant lastRefresh) {}
