package health.consilium.search.vector;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Models whose vectors can be told in advance. */
public final class Models {

    private Models() {}

    /** A model that is loaded. */
    public static LoadedModel loaded(EmbeddingModel model) {
        LoadedModel loaded = loading(() -> model);
        await().until(() -> loaded.state() != VectorState.LOADING);
        return loaded;
    }

    static LoadedModel loading(Supply supply) {
        LoadedModel loaded = LoadedModel.of(new ModelSource() {
            @Override
            public String id() {
                return "a-model";
            }

            @Override
            public EmbeddingModel load() {
                return supply.model();
            }
        });
        loaded.start();
        return loaded;
    }

    interface Supply {
        EmbeddingModel model();
    }

    /** Tells the length of a text, and whether it is a query; it knows no word with a digit in it. */
    public static class Measuring implements EmbeddingModel {

        public final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public String id() {
            return "a-model";
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public boolean understands(@Nullable String language, String text) {
            return text.chars().noneMatch(Character::isDigit);
        }

        @Override
        public float[] query(String text) {
            asked.add(text);
            return new float[] {text.length(), 1};
        }

        @Override
        public List<float[]> passages(List<String> texts) {
            Function<String, float[]> measure = text -> new float[] {text.length(), 0};
            return texts.stream().map(measure).toList();
        }

        @Override
        public void close() {}
    }
}
