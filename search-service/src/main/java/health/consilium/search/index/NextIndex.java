package health.consilium.search.index;

import java.util.Map;
import java.util.Optional;

/**
 * An index that is built beside the live one, to take its place. One thread feeds it and decides when; {@link #commit()}
 * may run beside that thread.
 */
public interface NextIndex extends FedIndex, AutoCloseable {

    /** How far the live index has been fed for certain. */
    Map<SourcePartition, Long> liveOffsets();

    /**
     * Lets nobody change the live index from now on; searches go on. Gives the offsets that the live one has come to,
     * unless only the topics' ends tell.
     */
    Optional<Map<SourcePartition, Long>> hold();

    /** Lets the live index be fed again. */
    void release();

    /**
     * Puts this index in the place of the live one, for all searches at once, and makes that durable. It must be held,
     * and everything that the live one was fed must be in this one.
     */
    void takeOver();

    /** Gives up, releases the live index and leaves no trace, unless this index has taken its place. */
    @Override
    void close();
}
