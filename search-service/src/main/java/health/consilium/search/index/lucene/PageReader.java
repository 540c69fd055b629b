package health.consilium.search.index.lucene;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.Hit;
import health.consilium.search.index.Order;
import health.consilium.search.index.Position;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads one page of results from one state of the index. */
final class PageReader {

    private static final int COUNTED_TO = 1_000;
    private static final SortField TIE = new SortField(Fields.TIE, SortField.Type.LONG);
    private static final Sort RELEVANCE = new Sort(SortField.FIELD_SCORE, TIE);
    private static final Sort NEWEST =
            new Sort(LongField.newSortField(Fields.UPDATED_AT, true, SortedNumericSelector.Type.MIN), TIE);

    private final QueryShape shape;

    PageReader(QueryShape shape) {
        this.shape = shape;
    }

    /** The page, its {@code next} position naming the state of the index by {@code snapshot}. */
    SearchHits read(SearchRequest request, IndexSearcher searcher, Snapshot snapshot) throws IOException {
        Query query = shape.query(request.clauses(), request.filters());
        boolean ranked = isRanked(request);
        TopFieldDocs found = searcher.search(
                query,
                new TopFieldCollectorManager(
                        ranked ? RELEVANCE : NEWEST, request.limit() + 1, after(request.after(), ranked), COUNTED_TO));
        List<FieldDoc> page = fields(found, request.limit());
        boolean more = found.scoreDocs.length > page.size();
        return new SearchHits(
                hits(page, ranked, request, searcher),
                total(found.totalHits),
                isExact(found.totalHits),
                FacetCounts.of(request.facets(), query, searcher),
                more ? position(page.getLast(), snapshot.name()) : null);
    }

    /** Those of the documents that are results in this state of the index, too. */
    Map<DocumentKey, Hit> readAgain(SearchRequest request, Collection<DocumentKey> documents, IndexSearcher searcher)
            throws IOException {
        List<BytesRef> ids =
                documents.stream().map(key -> new BytesRef(key.toString())).toList();
        Query query = new BooleanQuery.Builder()
                .add(shape.query(request.clauses(), request.filters()), Occur.MUST)
                .add(new TermInSetQuery(Fields.ID, ids), Occur.FILTER)
                .build();
        boolean ranked = isRanked(request);
        TopFieldDocs found = searcher.search(query, ids.size(), ranked ? RELEVANCE : NEWEST);
        return hits(fields(found, ids.size()), ranked, request, searcher).stream()
                .collect(Collectors.toMap(Hit::key, hit -> hit));
    }

    private static boolean isRanked(SearchRequest request) {
        return request.order() == Order.RELEVANCE && QueryShape.ranks(request.clauses());
    }

    private static List<FieldDoc> fields(TopFieldDocs found, int most) {
        return Arrays.stream(found.scoreDocs)
                .limit(most)
                .map(FieldDoc.class::cast)
                .toList();
    }

    private List<Hit> hits(List<FieldDoc> page, boolean ranked, SearchRequest request, IndexSearcher searcher)
            throws IOException {
        Highlights highlights = new Highlights(searcher, shape.highlighted(request.clauses()), request.clauses());
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc document : page) {
            stored.prefetch(document.doc);
        }
        List<Hit> hits = new ArrayList<>(page.size());
        for (FieldDoc document : page) {
            Float score = ranked ? (Float) document.fields[0] : null;
            hits.add(hit(stored.document(document.doc), document.doc, score, highlights));
        }
        return hits;
    }

    private static Hit hit(Document stored, int document, @Nullable Float score, Highlights highlights)
            throws IOException {
        String body = stored.get(Fields.BODY);
        Highlights.Found found = highlights.in(document, body.length(), stored.getBinaryValue(Fields.SECTIONS));
        return new Hit(
                key(stored.get(Fields.ID)),
                stored.get(Fields.EXTERNAL_ID),
                stored.get(Fields.URI),
                stored.get(Fields.TITLE),
                body,
                found.spans(),
                found.kinds(),
                score,
                Instant.ofEpochMilli(Objects.requireNonNull(stored.getField(Fields.UPDATED_AT))
                        .numericValue()
                        .longValue()),
                stored.get(Fields.SUMMARY));
    }

    private static DocumentKey key(String stored) {
        int end = stored.indexOf('/');
        return new DocumentKey(DocumentType.of(stored.substring(0, end)).orElseThrow(), stored.substring(end + 1));
    }

    private static long total(TotalHits total) {
        return isExact(total) ? total.value() : COUNTED_TO;
    }

    private static boolean isExact(TotalHits total) {
        return total.relation() == TotalHits.Relation.EQUAL_TO;
    }

    private static Position position(FieldDoc last, String snapshot) {
        return new Position(snapshot, last.fields[0].toString(), last.fields[1].toString());
    }

    private static @Nullable FieldDoc after(@Nullable Position position, boolean ranked) {
        if (position == null) {
            return null;
        }
        Object key = ranked ? (Object) Float.valueOf(position.sortKey()) : (Object) Long.valueOf(position.sortKey());
        // among equal keys the document number decides: the largest makes the page start after all of them
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {key, Long.valueOf(position.tieBreak())});
    }

    /** Gives the state of the index a name under which it is kept. */
    @FunctionalInterface
    interface Snapshot {

        String name() throws IOException;
    }
}
