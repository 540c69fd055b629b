package health.consilium.search.index.opensearch;

import health.consilium.search.index.Facet;
import health.consilium.search.index.FacetCount;
import health.consilium.search.index.SearchRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.Hit;

/** The best documents of a request by the sum of their words, scored more closely. */
record Window(List<Ranked> ranked, long total, boolean isExact, Map<Facet, List<FacetCount>> facets) {

    private static final int SIZE = 100;
    private static final Comparator<Ranked> ORDER =
            Comparator.comparingDouble(Ranked::score).reversed().thenComparingLong(Ranked::tie);

    static Window of(SearchRequest request, Query query, View view) {
        Answer<Void> found = view.search(
                Void.class,
                search -> search.query(query)
                        .size(SIZE)
                        .rescore(again -> again.windowSize(SIZE)
                                .query(more -> more.rescoreQuery(
                                        QueryShape.sum(request.wanted().refining()))))
                        .source(source -> source.fetch(false))
                        .docvalueFields(field -> field.field("tie"))
                        .trackTotalHits(track -> track.count(ResultList.COUNTED_TO))
                        .aggregations(FacetCounts.wanted(request.facets())));
        return new Window(
                found.hits().stream().map(Ranked::of).sorted(ORDER).toList(),
                found.total(),
                found.isExact(),
                FacetCounts.of(request.facets(), found.counts()));
    }

    /** Whether others may come behind it. */
    boolean goesOn() {
        return ranked.size() >= SIZE;
    }

    List<String> ids() {
        return ranked.stream().map(Ranked::id).toList();
    }

    /** A document's place in the list. */
    record Ranked(String id, float score, long tie) {

        static Ranked of(Hit<Void> hit) {
            long[] tie = Objects.requireNonNull(hit.fields().get("tie")).to(long[].class);
            return new Ranked(
                    Objects.requireNonNull(hit.id()),
                    Objects.requireNonNull(hit.score()).floatValue(),
                    tie[0]);
        }

        /** Whether it comes after a place in the list. */
        boolean isAfter(float otherScore, long otherTie) {
            int byScore = Float.compare(otherScore, score);
            return byScore == 0 ? tie > otherTie : byScore > 0;
        }
    }
}
