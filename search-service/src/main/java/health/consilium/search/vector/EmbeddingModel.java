package health.consilium.search.vector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns texts into vectors of unit length; texts of like meaning get vectors whose product is near 1. Thread-safe. */
public interface EmbeddingModel extends AutoCloseable {

    /** Names the model and everything that decides its vectors; fits into the name of a topic. */
    String id();

    int dimensions();

    /** Whether the model was made for a text like this; {@code language} is a BCP 47 tag, {@code null} if unknown. */
    boolean understands(@Nullable String language, String text);

    /** The vector by which passages that answer a query are found. */
    float[] query(String text);

    /** The vector of each text, as it is stored; two texts of one kind, such as two questions, compare by these. */
    List<float[]> passages(List<String> texts);

    /** Waits for what is being computed, and frees the model's memory. */
    @Override
    void close();
}
