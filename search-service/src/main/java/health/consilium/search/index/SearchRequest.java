package health.consilium.search.index;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to search for.
 *
 * @param dense what to find by meaning as well, if anything
 * @param after where the page before ended
 * @param latest whether a first page must show the last refresh; otherwise it may be a second behind
 */
public record SearchRequest(
        Wanted wanted,
        @Nullable DenseQuery dense,
        Filters filters,
        Order order,
        int limit,
        @Nullable Position after,
        Set<Facet> facets,
        boolean latest) {}
