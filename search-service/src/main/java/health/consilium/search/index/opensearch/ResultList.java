package health.consilium.search.index.opensearch;

import health.consilium.search.index.Facet;
import health.consilium.search.index.FacetCount;
import health.consilium.search.index.Order;
import health.consilium.search.index.Position;
import health.consilium.search.index.SearchDocument;
import health.consilium.search.index.SearchRequest;
import health.consilium.search.index.opensearch.Window.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.Hit;

/**
 * The places of a list from a position on, one more than a page has. A list by relevance that takes more than the sum
 * of words begins with a {@link Window}; behind it come the others that have any of the words, by those alone.
 */
record ResultList(List<Place> places, long total, boolean isExact, Map<Facet, List<FacetCount>> facets) {

    static final int COUNTED_TO = 1_000;

    private static final char IN_WINDOW = 'w';
    private static final char BY_WORDS = 'b';
    private static final SortOptions TIE =
            SortOptions.of(sort -> sort.field(field -> field.field("tie").order(SortOrder.Asc)));
    private static final SortOptions NEWEST =
            SortOptions.of(sort -> sort.field(field -> field.field("updatedAt").order(SortOrder.Desc)));
    private static final SortOptions BEST = SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc)));

    static ResultList of(SearchRequest request, View view) {
        Query query = QueryShape.query(request.wanted(), request.filters());
        if (!isRanked(request)) {
            return sorted(request, query, view, request.limit() + 1, afterTime(request.after()));
        }
        if (request.wanted().refining().isEmpty() && request.dense() == null) {
            return sorted(request, query, view, request.limit() + 1, afterScore(request.after()));
        }
        return withWindow(request, query, view);
    }

    /** A few documents, whatever their order. */
    static List<Place> few(SearchRequest request, Query query, View view, int count) {
        return sorted(request, query, view, count, List.of()).places();
    }

    private static boolean isRanked(SearchRequest request) {
        return request.order() == Order.RELEVANCE && !request.wanted().everything();
    }

    private static ResultList sorted(SearchRequest request, Query query, View view, int count, List<FieldValue> after) {
        boolean ranked = isRanked(request);
        Answer<Kept> found = view.search(Kept.class, search -> {
            search.query(query)
                    .size(count)
                    .sort(ranked ? BEST : NEWEST, TIE)
                    .trackTotalHits(track -> track.count(COUNTED_TO))
                    .aggregations(FacetCounts.wanted(request.facets()));
            return after.isEmpty() ? search : search.searchAfter(after);
        });
        return new ResultList(
                found.hits().stream().map(hit -> Place.of(hit, ranked)).toList(),
                found.total(),
                found.isExact(),
                FacetCounts.of(request.facets(), found.counts()));
    }

    private static ResultList withWindow(SearchRequest request, Query query, View view) {
        Window window = Window.of(request, query, view);
        List<Place> places = new ArrayList<>(inWindow(window, request));
        int missing = request.limit() + 1 - places.size();
        if (missing > 0 && window.goesOn()) {
            Query others = QueryShape.except(window.ids(), query);
            places.addAll(sorted(request, others, view, missing, afterScore(request.after()))
                    .places());
        }
        return new ResultList(places, window.total(), window.isExact(), window.facets());
    }

    private static List<Place> inWindow(Window window, SearchRequest request) {
        Position position = request.after();
        if (position != null && position.sortKey().charAt(0) == BY_WORDS) {
            return List.of();
        }
        return window.ranked().stream()
                .filter(ranked -> position == null
                        || ranked.isAfter(
                                Float.parseFloat(position.sortKey().substring(1)), Long.parseLong(position.tieBreak())))
                .limit(request.limit() + 1L)
                .map(Place::of)
                .toList();
    }

    private static List<FieldValue> afterTime(@Nullable Position position) {
        return position == null
                ? List.of()
                : List.of(
                        FieldValue.of(Long.parseLong(position.sortKey())),
                        FieldValue.of(Long.parseLong(position.tieBreak())));
    }

    private static List<FieldValue> afterScore(@Nullable Position position) {
        return position == null || position.sortKey().charAt(0) == IN_WINDOW
                ? List.of()
                : List.of(
                        FieldValue.of(Float.parseFloat(position.sortKey().substring(1))),
                        FieldValue.of(Long.parseLong(position.tieBreak())));
    }

    /**
     * A document's place in the list.
     *
     * @param document null when it is still to be fetched
     * @param score null when not ranked by relevance
     */
    record Place(
            String id,
            @Nullable SearchDocument document,
            @Nullable Float score,
            String sortKey,
            String tie) {

        static Place of(Ranked ranked) {
            return new Place(
                    ranked.id(),
                    null,
                    ranked.score(),
                    IN_WINDOW + Float.toString(ranked.score()),
                    Long.toString(ranked.tie()));
        }

        static Place of(Hit<Kept> hit, boolean ranked) {
            FieldValue key = hit.sort().getFirst();
            Float score = ranked ? (float) (key.isDouble() ? key.doubleValue() : key.longValue()) : null;
            return new Place(
                    Objects.requireNonNull(hit.id()),
                    Kept.document(hit),
                    score,
                    score == null ? Long.toString(key.longValue()) : BY_WORDS + score.toString(),
                    Long.toString(hit.sort().getLast().longValue()));
        }

        Position position(@Nullable String snapshot) {
            return new Position(snapshot == null ? "" : snapshot, sortKey, tie);
        }
    }
}
