package health.consilium.search.feed;

/** How far one partition is applied: the offset to read next, and the partition's end as last seen. */
public record PartitionProgress(String topic, int partition, long offset, long end) {}
