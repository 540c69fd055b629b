package health.consilium.search.index;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to search for; without a clause that a document could match, everything that passes the filters, newest first.
 *
 * @param after where the page before ended
 * @param latest whether a first page must show the last refresh; otherwise it may be a second behind
 */
public record SearchRequest(
        List<Clause> clauses,
        Filters filters,
        Order order,
        int limit,
        @Nullable Position after,
        Set<Facet> facets,
        boolean latest) {}
