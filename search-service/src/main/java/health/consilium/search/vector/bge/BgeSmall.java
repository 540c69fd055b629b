package health.consilium.search.vector.bge;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import health.consilium.search.vector.EmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * BAAI's bge-small-en-v1.5, quantised to 8 bits, run by ONNX Runtime on the calling thread. Texts are cut after 512
 * tokens.
 */
final class BgeSmall implements EmbeddingModel {

    static final String ID = "bge-small-en-v1.5-q";

    private static final int DIMENSIONS = 384;
    private static final int LONGEST_INPUT = 512;
    /** The model was trained to find passages by questions that begin so. */
    private static final String INSTRUCTION = "Represent this sentence for searching relevant passages: ";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces wordPieces;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    private BgeSmall(OrtEnvironment environment, OrtSession session, WordPieces wordPieces) {
        this.environment = environment;
        this.session = session;
        this.wordPieces = wordPieces;
    }

    /** Reads the model from its jar, which takes about a second. */
    static BgeSmall load() {
        try (InputStream tokenizer = resource("/bge-small-en-v1.5-q-tokenizer.json");
                InputStream model = resource("/bge-small-en-v1.5-q.onnx")) {
            WordPieces wordPieces = WordPieces.read(tokenizer);
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING, "consilium");
            environment.setTelemetry(false);
            return new BgeSmall(environment, session(environment, model.readAllBytes()), wordPieces);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (OrtException failed) {
            throw new IllegalStateException("The model can't be loaded", failed);
        }
    }

    private static OrtSession session(OrtEnvironment environment, byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return environment.createSession(model, options);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(BgeSmall.class.getResourceAsStream(name), name);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public boolean understands(@Nullable String language, String text) {
        String primary = language == null ? "" : Locale.forLanguageTag(language).getLanguage();
        return (primary.isEmpty() || primary.equals("en")) && isMostlyLatin(text);
    }

    private static boolean isMostlyLatin(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
                .count();
        return latin * 4 > letters * 3;
    }

    @Override
    public float[] query(String text) {
        return embed(INSTRUCTION + text);
    }

    /** One by one: in a batch, the quantised model's numbers would depend on the texts beside. */
    @Override
    public List<float[]> passages(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }

    private float[] embed(String text) {
        long[] ids = wordPieces.ids(text, LONGEST_INPUT);
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The model is closed");
            }
            return embed(ids);
        } catch (OrtException failed) {
            throw new IllegalStateException("The model failed on a text of " + ids.length + " tokens", failed);
        } finally {
            use.readLock().unlock();
        }
    }

    private float[] embed(long[] ids) throws OrtException {
        long[] all = new long[ids.length];
        Arrays.fill(all, 1);
        try (OnnxTensor input = tensor(ids);
                OnnxTensor attention = tensor(all);
                OnnxTensor segments = tensor(new long[ids.length]);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", input, "attention_mask", attention, "token_type_ids", segments))) {
            return unitLength(((OnnxTensor) result.get(0)).getFloatBuffer());
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    /** This model tells a text's meaning in the first token's vector. */
    private static float[] unitLength(FloatBuffer tokens) {
        float[] vector = new float[DIMENSIONS];
        tokens.get(vector);
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException failed) {
            throw new IllegalStateException("The model's memory can't be freed", failed);
        } finally {
            use.writeLock().unlock();
        }
    }
}
