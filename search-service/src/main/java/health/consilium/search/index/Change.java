package health.consilium.search.index;

import java.util.List;

/** What one message does to the index. */
public sealed interface Change {

    DocumentKey key();

    /** Another version of a document. */
    sealed interface Versioned extends Change {

        /** The document's version after the change. */
        long version();
    }

    /** The document is now this. */
    record Put(SearchDocument document) implements Versioned {

        @Override
        public DocumentKey key() {
            return document.key();
        }

        @Override
        public long version() {
            return document.version();
        }
    }

    /** The document is gone; version 0 stands for "whatever version it had". */
    record Remove(DocumentKey key, long version) implements Versioned {}

    /**
     * These are the vectors of a document's text, whichever version has it.
     *
     * @param fingerprint the text's, see {@link SearchText#fingerprint()}
     * @param vectors one for each passage; none when the document has none any more
     */
    record Vectors(DocumentKey key, long fingerprint, List<float[]> vectors) implements Change {}
}
