package health.consilium.search.index.opensearch;

import health.consilium.search.index.DenseQuery;
import health.consilium.search.index.Facet;
import health.consilium.search.index.FacetCount;
import health.consilium.search.index.Fusion;
import health.consilium.search.index.SearchRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.Hit;

/**
 * The best documents of a request, scored by everything there is to go by. They are found by the sum of their words,
 * or by their meaning; only these few are then looked at closely.
 */
record Window(List<Ranked> ranked, boolean goesOn, long total, boolean isExact, Map<Facet, List<FacetCount>> facets) {

    private static final int SIZE = 100;
    private static final Comparator<Ranked> ORDER =
            Comparator.comparingDouble(Ranked::score).reversed().thenComparingLong(Ranked::tie);

    static Window of(SearchRequest request, Query query, View view) {
        Answer<Void> found = byWords(request, query, view);
        List<Ranked> words = found.hits().stream().map(Ranked::of).toList();
        DenseQuery dense = request.dense();
        List<Ranked> ranked = dense == null ? words : fused(words, dense, request, query, view);
        return new Window(
                ranked.stream().sorted(ORDER).toList(),
                words.size() >= SIZE && (dense == null || !dense.alone()),
                Math.max(found.total(), ranked.size()),
                found.isExact(),
                FacetCounts.of(request.facets(), found.counts()));
    }

    List<String> ids() {
        return ranked.stream().map(Ranked::id).toList();
    }

    private static Answer<Void> byWords(SearchRequest request, Query query, View view) {
        return view.search(Void.class, search -> {
            search.query(query)
                    .size(SIZE)
                    .source(source -> source.fetch(false))
                    .docvalueFields(field -> field.field("tie"))
                    .trackTotalHits(track -> track.count(ResultList.COUNTED_TO))
                    .aggregations(FacetCounts.wanted(request.facets()));
            return request.wanted().refining().isEmpty()
                    ? search
                    : search.rescore(again -> again.windowSize(SIZE)
                            .query(more -> more.rescoreQuery(
                                    QueryShape.sum(request.wanted().refining()))));
        });
    }

    private static List<Ranked> fused(
            List<Ranked> words, DenseQuery dense, SearchRequest request, Query query, View view) {
        Meanings meanings = new Meanings(view);
        Map<String, Float> similarities = new HashMap<>(
                meanings.nearest(dense.vector(), QueryShape.allowed(request.wanted(), request.filters()), SIZE));
        List<Ranked> all = new ArrayList<>(dense.alone() ? List.of() : words);
        Set<String> known = all.stream().map(Ranked::id).collect(Collectors.toSet());
        all.addAll(scored(without(known, similarities.keySet()), request, query, view));
        similarities.putAll(meanings.similarities(dense.vector(), without(similarities.keySet(), known)));
        Fusion fusion = new Fusion(all.stream().map(Ranked::score).toList(), similarities.values(), dense);
        return all.stream()
                .map(each -> each.scored(fusion.score(each.score(), similarities.get(each.id()))))
                .toList();
    }

    /** What the words make of these documents, which may have none of them. */
    private static List<Ranked> scored(Set<String> ids, SearchRequest request, Query query, View view) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Query refining = QueryShape.sum(request.wanted().refining());
        return view
                .search(
                        Void.class,
                        search -> search.query(all -> all.bool(bool ->
                                        bool.filter(QueryShape.named(ids)).should(query, refining)))
                                .size(ids.size())
                                .source(source -> source.fetch(false))
                                .docvalueFields(field -> field.field("tie")))
                .hits()
                .stream()
                .map(Ranked::of)
                .toList();
    }

    private static Set<String> without(Collection<String> these, Collection<String> ids) {
        Set<String> others = new HashSet<>(ids);
        others.removeAll(these);
        return others;
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

        Ranked scored(float other) {
            return new Ranked(id, other, tie);
        }

        /** Whether it comes after a place in the list. */
        boolean isAfter(float otherScore, long otherTie) {
            int byScore = Float.compare(otherScore, score);
            return byScore == 0 ? tie > otherTie : byScore > 0;
        }
    }
}
