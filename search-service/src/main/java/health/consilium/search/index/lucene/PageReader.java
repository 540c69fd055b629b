package health.consilium.search.index.lucene;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.Hit;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Reads one page of results from one state of the index. */
final class PageReader {

    /** The page, its {@code next} position naming the state of the index by {@code snapshot}. */
    SearchHits read(SearchRequest request, IndexSearcher searcher, Snapshot snapshot) throws IOException {
        Query query = new QueryShape(searcher).query(request.wanted(), request.filters());
        ResultList list = ResultList.of(request, query, searcher);
        List<ResultList.Place> places = list.places();
        boolean more = places.size() > request.limit();
        List<ResultList.Place> page = more ? places.subList(0, request.limit()) : places;
        return new SearchHits(
                hits(page, request, searcher),
                list.total(),
                list.isExact(),
                FacetCounts.of(request, searcher),
                more ? page.getLast().position(snapshot.name()) : null);
    }

    /** Those of the documents that are results in this state of the index, too. */
    Map<DocumentKey, Hit> readAgain(SearchRequest request, Collection<DocumentKey> documents, IndexSearcher searcher)
            throws IOException {
        List<BytesRef> ids =
                documents.stream().map(key -> new BytesRef(key.toString())).toList();
        QueryShape shape = new QueryShape(searcher);
        Query wanted = request.dense() == null
                ? shape.query(request.wanted(), request.filters())
                : shape.allowed(request.wanted(), request.filters());
        Query query = new BooleanQuery.Builder()
                .add(wanted, Occur.MUST)
                .add(new TermInSetQuery(Fields.ID, ids), Occur.FILTER)
                .build();
        List<ResultList.Place> places = ResultList.few(request, query, ids.size(), searcher);
        return hits(places, request, searcher).stream().collect(Collectors.toMap(Hit::key, hit -> hit));
    }

    private static List<Hit> hits(List<ResultList.Place> page, SearchRequest request, IndexSearcher searcher)
            throws IOException {
        HitReader reader = new HitReader(request, searcher);
        for (ResultList.Place place : page) {
            reader.prefetch(place.document());
        }
        List<Hit> hits = new ArrayList<>(page.size());
        for (ResultList.Place place : page) {
            hits.add(reader.read(place.document(), place.score()));
        }
        return hits;
    }

    /** Gives the state of the index a name under which it is kept. */
    @FunctionalInterface
    interface Snapshot {

        String name() throws IOException;
    }
}
