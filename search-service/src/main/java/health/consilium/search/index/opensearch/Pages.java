package health.consilium.search.index.opensearch;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.Hit;
import health.consilium.search.index.Position;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchRequest;
import health.consilium.search.index.opensearch.Connection.Missing;
import health.consilium.search.index.opensearch.PageReader.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of one list from the state of the index that its first page came from, while the cluster keeps that;
 * after that, from the current state, going on behind the last result by its sort keys.
 */
record Pages(PageReader reader, View current, PointsInTime points, VisibleVersions versions) {

    SearchHits read(SearchRequest request) {
        Position after = request.after();
        if (after != null) {
            return later(request, after.snapshot());
        }
        String recent = request.latest() ? null : points.recent();
        return recent == null ? first(request) : first(request, recent);
    }

    private SearchHits first(SearchRequest request) {
        Page page = reader.read(request, current);
        if (page.isLast()) {
            return page.hits();
        }
        String state = request.latest() ? points.ofNow() : points.recentOrNew();
        return reader.read(request, current.keptAs(state)).hits();
    }

    private SearchHits first(SearchRequest request, String recent) {
        try {
            Page page = reader.read(request, current.keptAs(recent));
            return (page.isLast() ? reader.read(request, current) : page).hits();
        } catch (Missing gone) {
            points.forget();
            return first(request);
        }
    }

    private SearchHits later(SearchRequest request, String state) {
        try {
            return asOfNow(reader.read(request, current.keptAs(state)), request);
        } catch (Missing gone) {
            return reader.read(request, current.keptAs(points.recentOrNew())).hits();
        }
    }

    /** However old the list: what changed meanwhile is shown as it is now, and only while it is still a result. */
    private SearchHits asOfNow(Page page, SearchRequest request) {
        Map<DocumentKey, Long> now = versions.of(page.versions().keySet());
        Set<DocumentKey> changed = page.versions().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(now.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return changed.isEmpty()
                ? page.hits()
                : with(reader.readAgain(request, changed, current), changed, page.hits());
    }

    private static SearchHits with(Map<DocumentKey, Hit> now, Set<DocumentKey> changed, SearchHits page) {
        List<Hit> hits = page.hits().stream()
                .<@Nullable Hit>map(hit -> changed.contains(hit.key()) ? now.get(hit.key()) : hit)
                .filter(Objects::nonNull)
                .toList();
        return new SearchHits(hits, page.total(), page.exact(), page.facets(), page.next());
    }
}
