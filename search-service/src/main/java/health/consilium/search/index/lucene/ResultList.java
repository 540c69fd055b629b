package health.consilium.search.index.lucene;

import health.consilium.search.index.DenseQuery;
import health.consilium.search.index.Order;
import health.consilium.search.index.Position;
import health.consilium.search.index.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/**
 * The places of a list from a position on, one more than a page has. A list by relevance begins with a {@link Window};
 * behind it come the others that have any of the words, by those alone.
 */
record ResultList(List<Place> places, long total, boolean isExact) {

    private static final int COUNTED_TO = 1_000;
    private static final char IN_WINDOW = 'w';
    private static final char BEHIND = 'b';
    private static final SortField TIE = new SortField(Fields.TIE, SortField.Type.LONG);
    private static final Sort RELEVANCE = new Sort(SortField.FIELD_SCORE, TIE);
    private static final Sort NEWEST =
            new Sort(LongField.newSortField(Fields.UPDATED_AT, true, SortedNumericSelector.Type.MIN), TIE);

    static ResultList of(SearchRequest request, Query query, IndexSearcher searcher) throws IOException {
        return isRanked(request) ? ranked(request, query, searcher) : newest(request, query, searcher);
    }

    /** A few documents, whatever their order. */
    static List<Place> few(SearchRequest request, Query query, int count, IndexSearcher searcher) throws IOException {
        boolean ranked = isRanked(request);
        return fields(searcher.search(query, count, ranked ? RELEVANCE : NEWEST)).stream()
                .map(found -> Place.of(found, ranked ? BEHIND : null))
                .toList();
    }

    private static boolean isRanked(SearchRequest request) {
        return request.order() == Order.RELEVANCE && !request.wanted().everything();
    }

    private static ResultList newest(SearchRequest request, Query query, IndexSearcher searcher) throws IOException {
        Position position = request.after();
        FieldDoc after = position == null ? null : after(Long.valueOf(position.sortKey()), position.tieBreak());
        TopFieldDocs found = top(query, NEWEST, request.limit() + 1, after, searcher);
        List<Place> places =
                fields(found).stream().map(each -> Place.of(each, null)).toList();
        return new ResultList(places, total(found.totalHits), isExact(found.totalHits));
    }

    private static ResultList ranked(SearchRequest request, Query query, IndexSearcher searcher) throws IOException {
        TopFieldDocs first = top(query, RELEVANCE, Window.SIZE, null, searcher);
        List<FieldDoc> byWords = fields(first);
        List<Window.Ranked> window = new Window(request, searcher).rank(byWords);
        List<Place> places = new ArrayList<>(inWindow(window, request));
        int missing = request.limit() + 1 - places.size();
        DenseQuery dense = request.dense();
        boolean goesOn = byWords.size() == Window.SIZE && (dense == null || !dense.alone());
        if (missing > 0 && goesOn) {
            places.addAll(behind(byWords.getLast(), window, request, query, missing, searcher));
        }
        long total = Math.max(total(first.totalHits), window.size());
        return new ResultList(places, total, isExact(first.totalHits));
    }

    private static List<Place> inWindow(List<Window.Ranked> window, SearchRequest request) {
        Position position = request.after();
        if (position != null && position.sortKey().charAt(0) == BEHIND) {
            return List.of();
        }
        return window.stream()
                .filter(ranked -> position == null
                        || ranked.isAfter(
                                Float.parseFloat(position.sortKey().substring(1)), Long.parseLong(position.tieBreak())))
                .limit(request.limit() + 1L)
                .map(Place::of)
                .toList();
    }

    private static List<Place> behind(
            FieldDoc lastByWords,
            List<Window.Ranked> window,
            SearchRequest request,
            Query query,
            int count,
            IndexSearcher searcher)
            throws IOException {
        Set<Integer> shown = window.stream().map(Window.Ranked::document).collect(Collectors.toSet());
        Position position = request.after();
        FieldDoc after = position == null || position.sortKey().charAt(0) == IN_WINDOW
                ? lastByWords
                : after(Float.valueOf(position.sortKey().substring(1)), position.tieBreak());
        return fields(top(query, RELEVANCE, count + shown.size(), after, searcher)).stream()
                .filter(found -> !shown.contains(found.doc))
                .limit(count)
                .map(found -> Place.of(found, BEHIND))
                .toList();
    }

    private static TopFieldDocs top(
            Query query, Sort order, int count, @Nullable FieldDoc after, IndexSearcher searcher) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(order, count, after, COUNTED_TO));
    }

    private static List<FieldDoc> fields(TopFieldDocs found) {
        return Arrays.stream(found.scoreDocs).map(FieldDoc.class::cast).toList();
    }

    private static FieldDoc after(Object key, String tie) {
        // among equal keys the document number decides: the largest makes the page start after all of them
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {key, Long.valueOf(tie)});
    }

    private static long total(TotalHits total) {
        return isExact(total) ? total.value() : COUNTED_TO;
    }

    private static boolean isExact(TotalHits total) {
        return total.relation() == TotalHits.Relation.EQUAL_TO;
    }

    /**
     * A document's place in the list.
     *
     * @param score null when not ranked by relevance
     */
    record Place(int document, @Nullable Float score, String sortKey, String tie) {

        static Place of(Window.Ranked ranked) {
            return new Place(
                    ranked.document(),
                    ranked.score(),
                    IN_WINDOW + Float.toString(ranked.score()),
                    Long.toString(ranked.tie()));
        }

        static Place of(FieldDoc found, @Nullable Character part) {
            String key = found.fields[0].toString();
            return new Place(
                    found.doc,
                    part == null ? null : (Float) found.fields[0],
                    part == null ? key : part + key,
                    found.fields[1].toString());
        }

        Position position(String snapshot) {
            return new Position(snapshot, sortKey, tie);
        }
    }
}
