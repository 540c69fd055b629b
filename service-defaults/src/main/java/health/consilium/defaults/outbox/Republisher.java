package health.consilium.defaults.outbox;

/** Appends every published snapshot to the outbox again, after messages may have been lost with their slot. */
@FunctionalInterface
public interface Republisher {

    /** Works in transactions of its own, each holding the row locks of the aggregates it appends. */
    void republishAll();
}
