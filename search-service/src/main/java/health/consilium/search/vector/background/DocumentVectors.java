package health.consilium.search.vector.background;

import health.consilium.search.index.SearchText;
import java.util.List;
import java.util.function.Function;

/** The vectors of a document: one for each passage of its body, mixed with the title that all of them belong to. */
final class DocumentVectors {

    /** What the title weighs in each passage's vector; changing it calls for another topic. */
    private static final float TITLE_WEIGHT = 0.3f;

    private DocumentVectors() {}

    /** The vectors, not of unit length; a document without a body has its title's. */
    static List<float[]> of(SearchText text, Function<String, float[]> embed) {
        float[] title = embed.apply(text.title());
        List<String> passages = Passages.of(text.body());
        if (passages.isEmpty()) {
            return List.of(title);
        }
        return passages.stream()
                .map(passage -> mixed(title, embed.apply(passage)))
                .toList();
    }

    private static float[] mixed(float[] title, float[] passage) {
        float[] vector = new float[title.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = TITLE_WEIGHT * title[i] + (1 - TITLE_WEIGHT) * passage[i];
        }
        return vector;
    }
}
