package health.consilium.search.index.lucene;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.Hit;
import health.consilium.search.index.Position;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchRequest;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of one list from the state of the index that its first page came from, while that is kept; after
 * that, from the current state, going on behind the last result by its sort keys. Lists that begin within a second
 * share a state, unless they must begin with the latest one, so that what is kept reaches back far enough.
 */
record Pages(PageReader reader, Snapshots snapshots) {

    SearchHits read(SearchRequest request, IndexSearcher current) throws IOException {
        IndexSearcher snapshot = snapshot(request);
        if (snapshot == null) {
            return page(request, current);
        }
        try {
            SearchHits page = page(request, snapshot);
            boolean alone = request.after() == null && page.next() == null;
            return alone ? page(request, current) : asOfNow(page, request, snapshot, current);
        } finally {
            snapshots.release(snapshot);
        }
    }

    private @Nullable IndexSearcher snapshot(SearchRequest request) {
        Position after = request.after();
        if (after != null) {
            return snapshots.acquire(after.snapshot());
        }
        return request.latest() ? null : snapshots.acquireRecent();
    }

    private SearchHits page(SearchRequest request, IndexSearcher searcher) throws IOException {
        return reader.read(request, searcher, () -> snapshots.keep(searcher));
    }

    /** However old the list: what changed meanwhile is shown as it is now, and only while it is still a result. */
    private SearchHits asOfNow(SearchHits page, SearchRequest request, IndexSearcher snapshot, IndexSearcher current)
            throws IOException {
        Set<DocumentKey> changed = changed(page.hits(), snapshot, current);
        if (changed.isEmpty()) {
            return page;
        }
        Map<DocumentKey, Hit> now = reader.readAgain(request, changed, current);
        List<Hit> hits = page.hits().stream()
                .map(hit -> changed.contains(hit.key()) ? now.get(hit.key()) : hit)
                .filter(Objects::nonNull)
                .toList();
        return new SearchHits(hits, page.total(), page.exact(), page.facets(), page.next());
    }

    private static Set<DocumentKey> changed(List<Hit> hits, IndexSearcher snapshot, IndexSearcher current)
            throws IOException {
        Set<DocumentKey> changed = new LinkedHashSet<>();
        if (snapshot.equals(current)) {
            return changed;
        }
        for (Hit hit : hits) {
            String key = hit.key().toString();
            if (Versions.visible(key, snapshot) != Versions.visible(key, current)) {
                changed.add(hit.key());
            }
        }
        return changed;
    }
}
