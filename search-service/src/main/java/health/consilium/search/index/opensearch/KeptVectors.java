package health.consilium.search.index.opensearch;

import health.consilium.search.index.DocumentKey;
import java.util.List;

/** The vectors of a text, kept beside the document that has it, or will have it. */
record KeptVectors(long fingerprint, List<float[]> vectors) {

    static String id(DocumentKey key) {
        return "vectors/" + DocumentId.of(key);
    }

    int dimensions() {
        return vectors.stream().mapToInt(vector -> vector.length).sum();
    }
}
