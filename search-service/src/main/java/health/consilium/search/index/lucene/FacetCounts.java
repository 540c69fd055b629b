package health.consilium.search.index.lucene;

import health.consilium.search.index.Facet;
import health.consilium.search.index.FacetCount;
import health.consilium.search.index.SearchRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LongValueFacetCounts;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Counts the values of attributes among all documents that match. */
final class FacetCounts {

    private static final int MOST_VALUES = 100;

    private FacetCounts() {}

    static Map<Facet, List<FacetCount>> of(SearchRequest request, IndexSearcher searcher) throws IOException {
        Set<Facet> facets = request.facets();
        if (facets.isEmpty()) {
            return Map.of();
        }
        Query all = new QueryShape(searcher).matching(request.wanted(), request.filters());
        FacetsCollector matching = searcher.search(all, new FacetsCollectorManager());
        Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : facets) {
            counts.put(facet, count(facet, matching, searcher));
        }
        return counts;
    }

    private static List<FacetCount> count(Facet facet, FacetsCollector matching, IndexSearcher searcher)
            throws IOException {
        String field = field(facet);
        boolean anyValue = searcher.getLeafContexts().stream()
                .anyMatch(leaf -> leaf.reader().getFieldInfos().fieldInfo(field) != null);
        return anyValue ? top(field, counts(facet, field, matching, searcher)) : List.of();
    }

    private static Facets counts(Facet facet, String field, FacetsCollector matching, IndexSearcher searcher)
            throws IOException {
        return facet == Facet.YEAR
                ? new LongValueFacetCounts(field, matching)
                : new StringValueFacetCounts(((Searchers.OfGeneration) searcher).values(field), matching);
    }

    private static List<FacetCount> top(String field, Facets counts) throws IOException {
        FacetResult result = counts.getTopChildren(MOST_VALUES, field);
        return result == null
                ? List.of()
                : Arrays.stream(result.labelValues)
                        .map(value -> new FacetCount(value.label, value.value.longValue()))
                        .toList();
    }

    private static String field(Facet facet) {
        return switch (facet) {
            case TYPE -> Fields.TYPE;
            case SPECIALTY -> Fields.SPECIALTY;
            case CLASSIFICATION -> Fields.CLASSIFICATION;
            case YEAR -> Fields.YEAR;
        };
    }
}
