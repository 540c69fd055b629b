package health.consilium.search.index.opensearch;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.Hit;
import health.consilium.search.index.MatchedOn;
import health.consilium.search.index.SearchDocument;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchRequest;
import health.consilium.search.index.opensearch.ResultList.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/** Reads one page of results from one state of the index. */
record PageReader(TextAnalysis analysis) {

    Page read(SearchRequest request, View view) {
        ResultList list = ResultList.of(request, view);
        boolean more = list.places().size() > request.limit();
        List<Place> page = more ? list.places().subList(0, request.limit()) : list.places();
        Map<String, SearchDocument> documents = documents(page, view);
        SearchHits hits = new SearchHits(
                hits(page, documents, request),
                list.total(),
                list.isExact(),
                list.facets(),
                more ? page.getLast().position(view.kept()) : null);
        return new Page(
                hits,
                documents.values().stream().collect(Collectors.toMap(SearchDocument::key, SearchDocument::version)));
    }

    /** Those of the documents that are results in this state of the index, too. */
    Map<DocumentKey, Hit> readAgain(SearchRequest request, Collection<DocumentKey> keys, View view) {
        Query wanted = request.dense() == null
                ? QueryShape.query(request.wanted(), request.filters())
                : QueryShape.allowed(request.wanted(), request.filters());
        List<String> ids = keys.stream().map(DocumentId::of).toList();
        List<Place> places = ResultList.few(request, QueryShape.among(ids, wanted), view, ids.size());
        return hits(places, documents(places, view), request).stream().collect(Collectors.toMap(Hit::key, hit -> hit));
    }

    private static Map<String, SearchDocument> documents(List<Place> places, View view) {
        Map<String, SearchDocument> documents = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (Place place : places) {
            if (place.document() == null) {
                missing.add(place.id());
            } else {
                documents.put(place.id(), place.document());
            }
        }
        if (!missing.isEmpty()) {
            view.search(
                            Kept.class,
                            search -> search.query(QueryShape.named(missing)).size(missing.size()))
                    .hits()
                    .forEach(hit -> documents.put(Objects.requireNonNull(hit.id()), Kept.document(hit)));
        }
        return documents;
    }

    private List<Hit> hits(List<Place> places, Map<String, SearchDocument> documents, SearchRequest request) {
        Matches matches = new Matches(analysis, request.wanted());
        boolean byMeaning = request.dense() != null;
        List<Hit> hits = new ArrayList<>(places.size());
        for (Place place : places) {
            SearchDocument document = documents.get(place.id());
            if (document != null) {
                hits.add(hit(document, place.score(), matches.in(document.text()), byMeaning));
            }
        }
        return hits;
    }

    private static Hit hit(SearchDocument document, @Nullable Float score, Matches.Found found, boolean byMeaning) {
        Set<MatchedOn> kinds = found.kinds();
        return new Hit(
                document.key(),
                document.attributes().externalId(),
                document.attributes().uri(),
                document.text().title(),
                document.text().body(),
                found.spans(),
                kinds.isEmpty() && byMeaning ? EnumSet.of(MatchedOn.MEANING) : kinds,
                score,
                document.attributes().updatedAt(),
                document.attributes().summary());
    }

    /** A page, and the version of each document on it. */
    record Page(SearchHits hits, Map<DocumentKey, Long> versions) {

        boolean isLast() {
            return hits.next() == null;
        }
    }
}
