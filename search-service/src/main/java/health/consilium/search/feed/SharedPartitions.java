package health.consilium.search.feed;

import health.consilium.search.index.FedIndex;
import health.consilium.search.index.SearchIndexUnavailable;
import health.consilium.search.index.SourcePartition;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the partitions among the services that feed the same index. Kafka's group only deals them out; where to read
 * on is the index's business.
 */
final class SharedPartitions implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(SharedPartitions.class);

    /** How long a member may be silent before its partitions go to others. */
    private static final int GONE_AFTER_MS = 10_000;

    private final Consumer<byte[], byte[]> consumer;
    private final FedIndex index;
    private final FeedProgress progress;
    private final Assignment own;
    private Map<TopicPartition, Long> endsBefore = Map.of();
    private Set<String> subscribed = Set.of();

    SharedPartitions(Consumer<byte[], byte[]> consumer, FedIndex index, FeedProgress progress, Assignment own) {
        this.consumer = consumer;
        this.index = index;
        this.progress = progress;
        this.own = own;
    }

    /** A consumer's settings by which it is a member of the group, if the index has one. */
    static Map<String, Object> membership(FedIndex index, FeedSettings settings) {
        return index.feedingGroup()
                .map(group -> Map.<String, Object>of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName(),
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        GONE_AFTER_MS,
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        (int) settings.discoveryInterval().toMillis()))
                .orElse(Map.of());
    }

    /** Whether partitions may come with a poll. */
    boolean isMember() {
        return !subscribed.isEmpty();
    }

    /** Takes part in the group's reading of these, and sees how far the others are. */
    void look(Set<TopicPartition> all, Duration patience) {
        subscribe(all.stream().map(TopicPartition::topic).collect(Collectors.toSet()));
        Map<SourcePartition, Long> saved = index.offsets();
        Map<TopicPartition, Long> ends = consumer.endOffsets(all, patience);
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(all, patience);
        all.stream().filter(partition -> !own.reads(partition)).forEach(partition -> {
            Long next = saved.get(new SourcePartition(partition.topic(), partition.partition()));
            others(
                    partition,
                    next == null ? starts.getOrDefault(partition, 0L) : next,
                    ends.getOrDefault(partition, 0L));
        });
        endsBefore = new HashMap<>(ends);
    }

    private void subscribe(Set<String> topics) {
        if (!topics.equals(subscribed)) {
            consumer.subscribe(topics, this);
            subscribed = topics;
        }
    }

    /** They save where they are now and then: only who has not come to where the end was at the last look is late. */
    private void others(TopicPartition partition, long next, long end) {
        if (progress.knows(partition)) {
            progress.read(partition, next, Math.max(next, endsBefore.getOrDefault(partition, end)));
        } else {
            progress.assigned(partition, next, end);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> added) {
        if (!added.isEmpty()) {
            own.start(added);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> gone) {
        if (!gone.isEmpty()) {
            own.stop(gone);
            save();
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> gone) {
        own.stop(gone);
    }

    private void save() {
        try {
            index.commit();
        } catch (SearchIndexUnavailable away) {
            log.info("How far we read could not be saved: the next one reads some of it again. {}", away.getMessage());
        }
    }
}
