package health.consilium.search.query;

import health.consilium.search.index.DenseQuery;
import health.consilium.search.index.Wanted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a request is answered.
 *
 * @param mode what results are really found by: words alone where meanings could not be had in time
 */
record Plan(
        Wanted wanted,
        @Nullable DenseQuery dense,
        SearchMode mode,
        List<ExpandedTerm> expandedTerms,
        @Nullable String didYouMean) {}
