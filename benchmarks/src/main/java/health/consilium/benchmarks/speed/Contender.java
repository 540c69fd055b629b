package health.consilium.benchmarks.speed;

import java.util.List;

/** Something that answers searches. */
interface Contender extends AutoCloseable {
    String name();

    /** Has the query answered, and looks no further into the answer. */
    void search(String query);

    /** The identifiers of the best ten. */
    List<String> best(String query);

    /** The processes whose time a search costs; none if it runs in this one. */
    List<ProcessHandle> processes();

    @Override
    default void close() {}
}
