package health.consilium.search.index.opensearch;

import health.consilium.search.analysis.IndexField;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SearchType;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.search.Pit;

/**
 * One state of the index to search in: the current one, or one that is kept.
 *
 * @param kept the cluster's name of the state, null for the current one
 * @param life how long from now a kept one stays
 */
record View(Connection connection, String alias, @Nullable String kept, Duration life, boolean split) {

    View keptAs(String name) {
        return new View(connection, alias, name, life, split);
    }

    /** A search that finds all or fails, and scores alike however the index is split. */
    <T> Answer<T> search(Class<T> kind, UnaryOperator<SearchRequest.Builder> search) {
        SearchRequest request = search.apply(base()).build();
        return connection.ask("search", client -> new Answer<>(client.search(request, kind)));
    }

    boolean has(IndexField field, String term) {
        Answer<Void> answer = search(
                Void.class,
                search -> search.size(0)
                        .trackTotalHits(track -> track.count(1))
                        .query(query -> query.term(
                                exact -> exact.field(QueryShape.field(field)).value(FieldValue.of(term)))));
        return answer.total() > 0;
    }

    private SearchRequest.Builder base() {
        SearchRequest.Builder request = new SearchRequest.Builder();
        if (kept == null) {
            request.index(alias).allowPartialSearchResults(false);
        } else {
            request.pit(Pit.of(state -> state.id(kept).keepAlive(life.toSeconds() + "s")));
        }
        return split ? request.searchType(SearchType.DfsQueryThenFetch) : request;
    }
}
