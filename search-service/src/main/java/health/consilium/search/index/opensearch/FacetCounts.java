package health.consilium.search.index.opensearch;

import health.consilium.search.index.Facet;
import health.consilium.search.index.FacetCount;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;

/** Counts the values of attributes among all documents that match. */
final class FacetCounts {

    private static final int MOST_VALUES = 100;

    private FacetCounts() {}

    /** What to ask for with a search. */
    static Map<String, Aggregation> wanted(Set<Facet> facets) {
        return facets.stream()
                .collect(Collectors.toMap(
                        FacetCounts::field,
                        facet -> Aggregation.of(count ->
                                count.terms(terms -> terms.field(field(facet)).size(MOST_VALUES)))));
    }

    /** What the search answered. */
    static Map<Facet, List<FacetCount>> of(Set<Facet> facets, Map<String, Aggregate> counted) {
        Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : facets) {
            Aggregate values = counted.get(field(facet));
            counts.put(facet, values == null ? List.of() : of(values));
        }
        return counts;
    }

    private static List<FacetCount> of(Aggregate values) {
        if (values.isLterms()) {
            return values.lterms().buckets().array().stream()
                    .map(bucket -> new FacetCount(String.valueOf(bucket.key()._get()), bucket.docCount()))
                    .toList();
        }
        return values.sterms().buckets().array().stream()
                .map(bucket -> new FacetCount(bucket.key(), bucket.docCount()))
                .toList();
    }

    private static String field(Facet facet) {
        return facet.name().toLowerCase(Locale.ROOT);
    }
}
