package health.consilium.search.index;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of results.
 *
 * @param total how many documents match
 * @param exact whether {@code total} is all of them, or they were only counted that far
 * @param next where the next page starts, {@code null} on the last
 */
public record SearchHits(
        List<Hit> hits,
        long total,
        boolean exact,
        Map<Facet, List<FacetCount>> facets,
        @Nullable Position next) {}
