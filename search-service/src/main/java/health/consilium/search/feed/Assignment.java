package health.consilium.search.feed;

import health.consilium.search.index.FedIndex;
import health.consilium.search.index.SourcePartition;
import health.consilium.search.message.StateTopic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a consumer reading the sources' topics from the index's offsets on: every partition, or its group's share. */
final class Assignment {

    private static final Logger log = LoggerFactory.getLogger(Assignment.class);
    private static final Duration WHILE_INCOMPLETE = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final FedIndex index;
    private final List<String> topics;
    private final FeedProgress progress;
    private final FeedSettings settings;
    private final Set<TopicPartition> assigned = new HashSet<>();
    private final Map<TopicPartition, Long> heldUntil = new HashMap<>();
    private final @Nullable SharedPartitions shared;
    private Set<String> missing = Set.of();
    private boolean complained;
    private boolean complete;
    private long nextLook;

    Assignment(
            Consumer<byte[], byte[]> consumer,
            FedIndex index,
            List<String> topics,
            FeedProgress progress,
            FeedSettings settings,
            long now) {
        this.consumer = consumer;
        this.index = index;
        this.topics = topics;
        this.progress = progress;
        this.settings = settings;
        this.nextLook = now;
        this.shared = index.feedingGroup().isPresent() ? new SharedPartitions(consumer, index, progress, this) : null;
    }

    boolean isEmpty() {
        return assigned.isEmpty() && (shared == null || !shared.isMember());
    }

    /** Nanoseconds until there is something to look after. */
    long due(long now) {
        long release =
                heldUntil.values().stream().mapToLong(Long::longValue).min().orElse(nextLook);
        return Math.max(0, Math.min(nextLook, release) - now);
    }

    /** Looks for new partitions when it is time, and goes on with held ones. */
    void lookAfter(long now) {
        heldUntil.entrySet().removeIf(held -> {
            boolean over = held.getValue() <= now;
            if (over) {
                consumer.resume(List.of(held.getKey()));
            }
            return over;
        });
        if (nextLook <= now) {
            discover();
            boolean complete = missing.isEmpty() && progress.isReachable() && (shared == null || progress.isCaughtUp());
            nextLook = now + (complete ? settings.discoveryInterval() : WHILE_INCOMPLETE).toNanos();
        }
    }

    /** Goes on to the vectors: they wait until searches have caught up with the words. */
    void caughtUp(long now) {
        nextLook = now;
    }

    /** Reads on from {@code offset} in that partition, but only after a while. */
    void hold(TopicPartition partition, long offset, long now) {
        consumer.seek(partition, offset);
        consumer.pause(List.of(partition));
        heldUntil.put(partition, now + WHILE_INCOMPLETE.toNanos());
    }

    /** Reports each partition's position, and tells whether all state that Kafka has is read. */
    boolean isDrained() {
        boolean drained = true;
        for (TopicPartition partition : assigned) {
            long position = consumer.position(partition);
            OptionalLong lag = consumer.currentLag(partition);
            long end = lag.isPresent() ? position + lag.getAsLong() : Math.max(position, progress.end(partition));
            progress.read(partition, position, end);
            drained &= position >= end || StateTopic.find(partition.topic()).isEmpty();
        }
        return drained;
    }

    private void discover() {
        try {
            Map<String, List<PartitionInfo>> existing = consumer.listTopics(settings.patience());
            Set<TopicPartition> found = partitions(existing);
            if (shared != null) {
                shared.look(found, settings.patience());
            } else if (!assigned.containsAll(found)) {
                found.removeAll(assigned);
                start(found);
            }
            complete = progress.isCaughtUp();
            reached(existing.keySet());
        } catch (TimeoutException unreachable) {
            complete = false;
            progress.unreachable();
            complain();
        }
    }

    private Set<TopicPartition> partitions(Map<String, List<PartitionInfo>> existing) {
        Set<TopicPartition> partitions = new HashSet<>();
        for (String topic : topics) {
            if (StateTopic.find(topic).isPresent() || (progress.isCaughtUp() && index.findsByMeaning())) {
                existing.getOrDefault(topic, List.of())
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
            }
        }
        return partitions;
    }

    /** Whether everything there is to read is assigned: the vectors come last. */
    boolean isComplete() {
        return complete;
    }

    /** Reads on to these offsets, or to where each partition ends now. */
    void aimAt(Optional<Map<SourcePartition, Long>> offsets) {
        discover();
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned, settings.patience());
        ends.forEach((partition, end) -> {
            SourcePartition source = new SourcePartition(partition.topic(), partition.partition());
            long position = consumer.position(partition);
            long goal = offsets.map(all -> all.getOrDefault(source, 0L)).orElse(end);
            progress.assigned(partition, position, Math.max(position, goal));
        });
    }

    boolean reads(TopicPartition partition) {
        return assigned.contains(partition);
    }

    /** Reads these partitions, too; of a group's, the consumer has them already. */
    void start(Collection<TopicPartition> added) {
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(added, settings.patience());
        Map<TopicPartition, Long> ends = consumer.endOffsets(added, settings.patience());
        Map<SourcePartition, Long> known = index.offsets();
        assigned.addAll(added);
        if (shared == null) {
            consumer.assign(assigned);
            consumer.resume(added);
        }
        for (TopicPartition partition : added) {
            Long stored = known.get(new SourcePartition(partition.topic(), partition.partition()));
            long start = stored == null ? starts.getOrDefault(partition, 0L) : stored;
            long end = ends.getOrDefault(partition, start);
            consumer.seek(partition, start);
            progress.assigned(partition, start, end);
            log.info("Reading {} from offset {} of {}", partition, start, end);
        }
    }

    /** Leaves these partitions to others. */
    void stop(Collection<TopicPartition> gone) {
        gone.forEach(heldUntil::remove);
        assigned.removeAll(gone);
        log.info("Leaving {} to others", gone);
    }

    private void reached(Set<String> existing) {
        Set<String> absent = new HashSet<>(topics);
        absent.removeAll(existing);
        if (!absent.equals(missing) && !absent.isEmpty()) {
            log.info("Waiting for topics that nobody has created yet: {}", absent);
        }
        if (complained) {
            log.info("Kafka answers again.");
        }
        missing = absent;
        complained = false;
        progress.reached();
    }

    private void complain() {
        if (!complained) {
            log.warn("Kafka does not answer; searches go on with what is indexed, and the feed keeps trying.");
        }
        complained = true;
    }
}
