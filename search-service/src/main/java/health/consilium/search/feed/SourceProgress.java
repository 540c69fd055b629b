package health.consilium.search.feed;

import java.util.List;

/**
 * How far searches are behind one publishing service.
 *
 * @param lagMs age of its oldest message that searches can't see yet; while Kafka can't be reached, how long that has
 *     been so
 */
public record SourceProgress(String source, long lagMessages, long lagMs, List<PartitionProgress> partitions) {}
