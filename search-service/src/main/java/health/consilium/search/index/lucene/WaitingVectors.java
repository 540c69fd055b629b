package health.consilium.search.index.lucene;

import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Vectors that came before the version of the document they belong to, kept in the index until it comes. */
final class WaitingVectors {

    private static final String PREFIX = "waiting/";
    private static final String VALUES = "waitingVectors";

    /** What is not to be read from the index yet; an empty list of vectors where they were dropped. */
    private final Map<DocumentKey, Change.Vectors> unrefreshed = new HashMap<>();

    static Term term(DocumentKey key) {
        return new Term(Fields.ID, PREFIX + key);
    }

    Document document(Change.Vectors vectors) {
        unrefreshed.put(vectors.key(), vectors);
        Document waiting = new Document();
        waiting.add(new StringField(Fields.ID, term(vectors.key()).text(), Store.NO));
        waiting.add(new NumericDocValuesField(Fields.VERSION, vectors.fingerprint()));
        waiting.add(new StoredField(VALUES, bytes(vectors.vectors())));
        return waiting;
    }

    void dropped(DocumentKey key) {
        unrefreshed.put(key, new Change.Vectors(key, 0, List.of()));
    }

    void refreshed() {
        unrefreshed.clear();
    }

    /** Those that wait for a text, if there are any. */
    @Nullable
    List<float[]> of(DocumentKey key, long fingerprint, IndexSearcher searcher) throws IOException {
        Change.Vectors recent = unrefreshed.get(key);
        if (recent != null) {
            return recent.vectors().isEmpty() || recent.fingerprint() != fingerprint ? null : recent.vectors();
        }
        Versions.Place place = Versions.place(term(key).text(), searcher);
        if (place == null || place.version() != fingerprint) {
            return null;
        }
        return vectors(searcher.storedFields()
                .document(place.leaf().docBase + place.document())
                .getBinaryValue(VALUES));
    }

    private static byte[] bytes(List<float[]> vectors) {
        int dimensions = vectors.getFirst().length;
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + vectors.size() * dimensions * Float.BYTES);
        bytes.putInt(dimensions);
        vectors.forEach(vector -> {
            for (float value : vector) {
                bytes.putFloat(value);
            }
        });
        return bytes.array();
    }

    private static List<float[]> vectors(BytesRef stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored.bytes, stored.offset, stored.length);
        int dimensions = bytes.getInt();
        FloatBuffer values = bytes.asFloatBuffer();
        List<float[]> vectors = new ArrayList<>();
        while (values.hasRemaining()) {
            float[] vector = new float[dimensions];
            values.get(vector);
            vectors.add(vector);
        }
        return vectors;
    }
}
