package health.consilium.search.index;

/** One partition of a topic that feeds the index. */
public record SourcePartition(String topic, int partition) {}
