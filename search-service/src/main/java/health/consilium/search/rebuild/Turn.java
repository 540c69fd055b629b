package health.consilium.search.rebuild;

/** Tells whether it is for this service to rebuild; asked for again and again by one thread. */
@FunctionalInterface
interface Turn extends AutoCloseable {

    boolean isMine();

    /** Leaves it to others. */
    @Override
    default void close() {}
}
