package health.consilium.search.index.lucene;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.SearchDocument;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * A document as one state of the index has it.
 *
 * @param document its number within the segment
 */
record LiveDocument(DocumentKey key, LeafReaderContext leaf, int document, long version, long fingerprint) {

    static @Nullable LiveDocument of(DocumentKey key, IndexSearcher searcher) throws IOException {
        Versions.Place place = Versions.place(key.toString(), searcher);
        if (place == null || place.version() <= 0) {
            return null;
        }
        NumericDocValues fingerprints = DocValues.getNumeric(place.leaf().reader(), Fields.FINGERPRINT);
        fingerprints.advanceExact(place.document());
        return new LiveDocument(key, place.leaf(), place.document(), place.version(), fingerprints.longValue());
    }

    /** The vectors of a document's text, if they are known. */
    static List<float[]> vectors(DocumentKey key, long fingerprint, IndexSearcher searcher) throws IOException {
        LiveDocument live = of(key, searcher);
        return live == null || live.fingerprint() != fingerprint ? List.of() : live.vectors();
    }

    List<float[]> vectors() throws IOException {
        return Meanings.of(leaf, document);
    }

    SearchDocument read(IndexSearcher searcher) throws IOException {
        return StoredDocuments.read(key, version, searcher.storedFields().document(leaf.docBase + document));
    }
}
