package health.consilium.search.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One document found.
 *
 * @param score higher is better; {@code null} when not ranked by relevance
 * @param matches where the query's words stand in {@code body}, in order
 * @param summary a JSON object
 */
public record Hit(
        DocumentKey key,
        @Nullable String externalId,
        @Nullable String uri,
        String title,
        String body,
        List<Span> matches,
        Set<MatchedOn> matchedOn,
        @Nullable Float score,
        Instant updatedAt,
        String summary) {}
