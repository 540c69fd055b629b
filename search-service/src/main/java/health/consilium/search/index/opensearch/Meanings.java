package health.consilium.search.index.opensearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opensearch.client.opensearch._types.query_dsl.ChildScoreMode;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.search.Hit;

/** What the vectors of one state of the index say: each document's is that of its nearest passage. */
record Meanings(View view) {

    private static final int MOST_PASSAGES = 8;

    /** The documents nearest to a vector among those allowed, with their similarities to it. */
    Map<String, Float> nearest(float[] vector, Query allowed, int count) {
        Map<String, Float> similarities = new HashMap<>();
        view.search(Void.class, search -> wanted(search, vector, allowed, count).size(count))
                .hits()
                .forEach(hit -> similarities.put(Objects.requireNonNull(hit.id()), similarity(hit)));
        return similarities;
    }

    /** The similarities of these documents, of which none is left out; those without a vector are missing. */
    Map<String, Float> similarities(float[] vector, Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : nearest(vector, QueryShape.named(ids), ids.size() * MOST_PASSAGES);
    }

    static SearchRequest.Builder wanted(SearchRequest.Builder search, float[] vector, Query allowed, int count) {
        List<Float> values = new ArrayList<>(vector.length);
        for (float value : vector) {
            values.add(value);
        }
        Query near = Query.of(query -> query.knn(
                knn -> knn.field("passages.vector").vector(values).k(count).filter(allowed)));
        return search.query(query -> query.nested(
                        nested -> nested.path("passages").query(near).scoreMode(ChildScoreMode.Max)))
                .source(source -> source.fetch(false));
    }

    /** The product of the two vectors, from the score that is made of it: never negative, and 1 for a product of 0. */
    static float similarity(Hit<?> hit) {
        float score = Objects.requireNonNull(hit.score()).floatValue();
        return score >= 1 ? score - 1 : 1 - 1 / score;
    }
}
