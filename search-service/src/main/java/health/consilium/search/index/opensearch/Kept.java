package health.consilium.search.index.opensearch;

import health.consilium.search.index.SearchDocument;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.core.search.Hit;

/** What the cluster keeps of a document; nothing of one that was removed. */
record Kept(@Nullable SearchDocument document) {

    /** The document of a hit. */
    static SearchDocument document(Hit<Kept> hit) {
        return Objects.requireNonNull(Objects.requireNonNull(hit.source()).document());
    }
}
