package health.consilium.search.index;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document is filtered, counted, sorted and shown by.
 *
 * @param classifications ids of classification terms
 * @param language BCP 47 tag
 * @param summary what a result shows of this type of document, a JSON object
 */
public record Attributes(
        @Nullable String externalId,
        @Nullable String uri,
        @Nullable String specialty,
        List<String> classifications,
        @Nullable String language,
        @Nullable Integer year,
        Instant updatedAt,
        String summary) {}
