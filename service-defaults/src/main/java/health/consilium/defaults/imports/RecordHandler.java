package health.consilium.defaults.imports;

import java.util.List;

/** Takes the records of one import format into the service, inside a transaction. */
public interface RecordHandler {

    /** The format's name, as it stands in {@code ?format=}. */
    String format();

    /** Called at the start of each batch, so that what its records need can be read at once. */
    default void prepare(List<ImportRecord> batch) {}

    /**
     * Takes one record.
     *
     * @throws Rejected when the record can't be taken; it is reported and the others go on
     */
    Outcome handle(ImportRecord record);

    /** What became of a record. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REJECTED
    }

    /** Why a record can't be taken, in words for whoever made it; holds no personal data. */
    final class Rejected extends RuntimeException {

        public Rejected(String reason) {
            super(reason);
        }
    }
}
