package health.consilium.search.vector;

import java.util.OptionalLong;

/** The computing of the documents' vectors, as far as its state is told. */
public interface VectorWork {

    /** Whether this replica has stopped taking part for good. */
    boolean isBroken();

    /** How many changes of documents no replica has looked after yet; nothing when Kafka does not tell. */
    OptionalLong backlog();
}
