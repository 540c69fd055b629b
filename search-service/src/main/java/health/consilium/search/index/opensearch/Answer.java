package health.consilium.search.index.opensearch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;
import org.opensearch.client.opensearch.core.search.Suggest;
import org.opensearch.client.opensearch.core.search.TotalHits;
import org.opensearch.client.opensearch.core.search.TotalHitsRelation;

/** What the cluster answered to a search. */
record Answer<T>(SearchResponse<T> response) {

    List<Hit<T>> hits() {
        return response.hits().hits();
    }

    /** How many documents match, as far as they were counted. */
    long total() {
        return totalHits().value();
    }

    /** Whether all were counted. */
    boolean isExact() {
        return totalHits().relation() == TotalHitsRelation.Eq;
    }

    Map<String, Aggregate> counts() {
        return response.aggregations();
    }

    Aggregate count(String name) {
        return Objects.requireNonNull(counts().get(name), name);
    }

    List<Suggest<T>> suggestions(String name) {
        return response.suggest().getOrDefault(name, List.of());
    }

    private TotalHits totalHits() {
        return Objects.requireNonNull(response.hits().total(), "total");
    }
}
