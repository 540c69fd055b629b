package health.consilium.benchmarks.speed;

import java.util.List;

/** Something that answers searches. */
interface Contender extends AutoCloseable {
    String name();

    /** The identifiers of the best ten. */
    List<String> search(String query);

    /** The processes whose time a search costs; none if it runs in this one. */
    List<ProcessHandle> processes();

    @Override
    default void close() {}
}
