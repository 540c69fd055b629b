package health.consilium.search.index;

/** What one message does to the index. */
public sealed interface Change {

    DocumentKey key();

    /** The document's version after the change. */
    long version();

    /** The document is now this. */
    record Put(SearchDocument document) implements Change {

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
    record Remove(DocumentKey key, long version) implements Change {}
}
