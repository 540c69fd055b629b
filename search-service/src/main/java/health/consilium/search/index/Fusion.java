package health.consilium.search.index;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * One score from words and meaning: the words' part of the best, and as many times the weight as a document is nearer
 * than an unrelated one, as part of the nearest. Scores are therefore comparable between queries.
 */
public final class Fusion {

    /** How similar texts are that have nothing to do with each other; a property of the model. */
    private static final float UNRELATED = 0.6f;

    private final float mostWords;
    private final float nearest;
    private final DenseQuery dense;

    /** A scale on which the best of these words' scores and the best of these similarities are one. */
    public Fusion(Collection<Float> words, Collection<Float> similarities, DenseQuery dense) {
        this.mostWords = best(words);
        this.nearest = best(similarities);
        this.dense = dense;
    }

    /**
     * A document's score. Without a similarity, because its vectors are not there yet or its language has no model, its
     * words stand for its meaning as well.
     */
    public float score(float words, @Nullable Float similarity) {
        float byWords = dense.alone() || mostWords <= 0 ? 0 : words / mostWords;
        if (similarity == null) {
            return byWords * (1 + dense.weight());
        }
        if (similarity <= UNRELATED) {
            return byWords;
        }
        return byWords + dense.weight() * (similarity - UNRELATED) / (nearest - UNRELATED);
    }

    private static float best(Collection<Float> scores) {
        return scores.stream().max(Float::compare).orElse(0f);
    }
}
