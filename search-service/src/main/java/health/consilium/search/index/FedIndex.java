package health.consilium.search.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An index as whoever feeds it sees it. */
public interface FedIndex {

    /**
     * Applies changes in their order and remembers the offset to read next in each partition. A change is
     * dropped when the document is known at its version or a later one; a removed document's version stays
     * known. Vectors belong to a text: they stay with it through versions, and wait for it when they come first.
     * Applied changes are found after the next {@link #refresh()}.
     *
     * @throws IndexReplaced when another index has come since {@link #offsets()} were read
     */
    Applied apply(List<Change> changes, Map<SourcePartition, Long> nextOffsets);

    /** Lets searches find everything applied so far, and tells the refresh listeners. */
    void refresh();

    /** Makes everything applied so far durable, together with its offsets. */
    void commit();

    /**
     * The offset to read next in each partition; after a crash, as of the last commit.
     *
     * @throws IndexReplaced when another index has come since they were read before; they are given when asked again
     */
    Map<SourcePartition, Long> offsets();

    /** The consumer group whose members feed the index together; empty when each process feeds one of its own. */
    Optional<String> feedingGroup();

    /**
     * Whether documents can be found by the vectors of this service's model. Some clusters can't do it, and an index
     * that was made with another model must be replaced first.
     */
    boolean findsByMeaning();
}
