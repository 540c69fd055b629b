package health.consilium.search.index.lucene;

import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Knows the version of each document, removed ones included: in the index, or applied since its last refresh. */
final class Versions {

    private static final long UNKNOWN = 0;

    private final Map<DocumentKey, Recent> unrefreshed = new HashMap<>();

    /** Whether a change brings anything that is not known yet. */
    boolean isNew(Change.Versioned change, IndexSearcher searcher) throws IOException {
        long known = stored(change.key(), searcher);
        if (change instanceof Change.Put) {
            return change.version() > Math.abs(known);
        }
        boolean live = known > 0;
        return change.version() == UNKNOWN ? live : change.version() > Math.abs(known) || change.version() == known;
    }

    /** The version a removal leaves behind. */
    long versionAfter(Change.Versioned removal, IndexSearcher searcher) throws IOException {
        return removal.version() == UNKNOWN ? stored(removal.key(), searcher) : removal.version();
    }

    /** A version was written, with the vectors of its text; a removal's is negative, and has none. */
    void applied(DocumentKey key, long stored, Change.Vectors vectors) {
        unrefreshed.put(key, new Recent(stored, vectors));
    }

    boolean isUnrefreshed(DocumentKey key) {
        return unrefreshed.containsKey(key);
    }

    /** The vectors of a text that were written since the last refresh; {@code null} if the document was not. */
    @Nullable
    List<float[]> unrefreshedVectors(DocumentKey key, long fingerprint) {
        Recent recent = unrefreshed.get(key);
        if (recent == null) {
            return null;
        }
        return recent.vectors().fingerprint() == fingerprint ? recent.vectors().vectors() : List.of();
    }

    /** How many documents were written since the last refresh. */
    int unrefreshed() {
        return unrefreshed.size();
    }

    void refreshed() {
        unrefreshed.clear();
    }

    private long stored(DocumentKey key, IndexSearcher searcher) throws IOException {
        Recent recent = unrefreshed.get(key);
        return recent == null ? visible(key.toString(), searcher) : recent.version();
    }

    /** The stored version of a document: negative when it is removed, 0 when it is unknown. */
    static long visible(String key, IndexSearcher searcher) throws IOException {
        Place place = place(key, searcher);
        return place == null ? UNKNOWN : place.version();
    }

    /** Where a document is, or what is left of it, or null when it is unknown. */
    static @Nullable Place place(String key, IndexSearcher searcher) throws IOException {
        BytesRef term = new BytesRef(key);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            Place place = place(term, leaf);
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static @Nullable Place place(BytesRef key, LeafReaderContext leaf) throws IOException {
        LeafReader reader = leaf.reader();
        Terms terms = reader.terms(Fields.ID);
        TermsEnum term = terms == null ? null : terms.iterator();
        if (term == null || !term.seekExact(key)) {
            return null;
        }
        PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
        Bits live = reader.getLiveDocs();
        NumericDocValues versions = DocValues.getNumeric(reader, Fields.VERSION);
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if ((live == null || live.get(doc)) && versions.advanceExact(doc)) {
                return new Place(leaf, doc, versions.longValue());
            }
        }
        return null;
    }

    private record Recent(long version, Change.Vectors vectors) {}

    /** A document's segment, its number there and its stored version. */
    record Place(LeafReaderContext leaf, int document, long version) {}
}
