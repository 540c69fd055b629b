package health.consilium.search.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The only way to the index, whichever engine keeps it.
 *
 * <p>One thread feeds it; {@link #commit()} and everything that reads may run beside that thread. Each method
 * throws {@link SearchIndexException} when the engine fails.
 */
public interface SearchIndex extends AutoCloseable {

    /**
     * Applies changes in their order and remembers the offset to read next in each partition. A change is
     * dropped when the document is known at its version or a later one; a removed document's version stays
     * known. Vectors belong to a text: they stay with it through versions, and wait for it when they come first.
     * Applied changes are found after the next {@link #refresh()}.
     */
    Applied apply(List<Change> changes, Map<SourcePartition, Long> nextOffsets);

    /** Lets searches find everything applied so far, and tells the refresh listeners. */
    void refresh();

    /** Makes everything applied so far durable, together with its offsets. */
    void commit();

    /** The offset to read next in each partition; after a crash, as of the last commit. */
    Map<SourcePartition, Long> offsets();

    /** The consumer group whose members feed the index together; empty when each process feeds one of its own. */
    Optional<String> feedingGroup();

    /** Forgets every document and every offset. */
    void reset();

    /** The best documents for a request, from the point of view of the last refresh. */
    SearchHits search(SearchRequest request);

    /** A document as it was put in, from the point of view of the last refresh. */
    Optional<IndexedDocument> document(DocumentKey key);

    /** Whether documents can be found by their vectors; some clusters can't. */
    boolean findsByMeaning();

    /** Whether a document has this text and its vectors. */
    boolean hasVectors(DocumentKey key, long fingerprint);

    /** The nearest words that are in the index, best first, for each of the words that are not. */
    Map<String, List<String>> corrections(Collection<String> words);

    /** What may be meant by the beginning of a text, best first, each name once. */
    List<Suggestion> suggestions(String typed, int limit);

    /** The version at which a document, or its removal, can be seen by searches; 0 when it is unknown. */
    long visibleVersion(DocumentKey key);

    IndexStatus status();

    /** Runs after each refresh, on the feeding thread. */
    void onRefresh(Runnable listener);

    /** Commits and lets go of the index. */
    @Override
    void close();
}
