package health.consilium.search.index;

import health.consilium.search.analysis.IndexField;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The only way to the index, whichever engine keeps it.
 *
 * <p>One thread feeds it; {@link #commit()} and everything that reads may run beside that thread, and so may one that
 * builds the next index. Each method throws {@link SearchIndexException} when the engine fails.
 */
public interface SearchIndex extends FedIndex, AutoCloseable {

    /** Forgets every document and every offset. */
    void reset();

    /** The best documents for a request, from the point of view of the last refresh. */
    SearchHits search(SearchRequest request);

    /** A document as it was put in, from the point of view of the last refresh. */
    Optional<IndexedDocument> document(DocumentKey key);

    /** Whether a document has this text and its vectors. */
    boolean hasVectors(DocumentKey key, long fingerprint);

    /** Whether a document has this term in that field. */
    boolean has(IndexField field, String term);

    /** The nearest words that are in the index, best first, for each of the words that are not. */
    Map<String, List<String>> corrections(Collection<String> words);

    /** What may be meant by the beginning of a text, best first, each name once. */
    List<Suggestion> suggestions(String typed, int limit);

    /** The version at which a document, or its removal, can be seen by searches; 0 when it is unknown. */
    long visibleVersion(DocumentKey key);

    IndexStatus status();

    /** When the index was begun, and by what it is made. */
    IndexOrigin origin();

    /** An empty index beside this one, begun now but not before {@code since}. There is one at a time. */
    NextIndex next(Instant since);

    /** Runs after each refresh, on the feeding thread. */
    void onRefresh(Runnable listener);

    /** Commits and lets go of the index. */
    @Override
    void close();
}
