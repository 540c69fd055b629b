package health.consilium.search.index.lucene;

import health.consilium.search.index.Hit;
import health.consilium.search.index.Position;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchRequest;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;

/**
 * Reads the pages of one list from the state of the index that its first page came from, while that is kept; after
 * that, from the current state, going on behind the last result by its sort keys.
 */
record Pages(PageReader reader, Snapshots snapshots) implements Closeable {

    SearchHits read(SearchRequest request, IndexSearcher current) throws IOException {
        Position after = request.after();
        IndexSearcher snapshot = after == null ? null : snapshots.acquire(after.snapshot());
        if (snapshot == null) {
            return page(request, current);
        }
        try {
            return withoutRemoved(page(request, snapshot), current);
        } finally {
            snapshots.release(snapshot);
        }
    }

    /** Lets go of states that no cursor needs any more. */
    void prune() throws IOException {
        snapshots.prune();
    }

    @Override
    public void close() throws IOException {
        snapshots.close();
    }

    private SearchHits page(SearchRequest request, IndexSearcher searcher) throws IOException {
        return reader.read(request, searcher, () -> snapshots.keep(searcher));
    }

    /** What was withdrawn meanwhile is not shown, however old the list. */
    private static SearchHits withoutRemoved(SearchHits page, IndexSearcher current) throws IOException {
        List<Hit> left = new ArrayList<>();
        for (Hit hit : page.hits()) {
            if (Versions.visible(hit.key().toString(), current) > 0) {
                left.add(hit);
            }
        }
        return new SearchHits(left, page.total(), page.exact(), page.facets(), page.next());
    }
}
