package health.consilium.search.feed;

import health.consilium.search.message.StateTopic;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** How far the feed has come: written by its thread, read by anyone. */
public final class FeedProgress {

    private final InstantSource clock;
    private final Map<TopicPartition, Reading> partitions = new ConcurrentHashMap<>();
    private final Map<String, Long> oldestUnseen = new ConcurrentHashMap<>();
    private volatile long reachableAsOf;
    private volatile boolean reachable;
    private volatile boolean caughtUp;
    private volatile long statesApplied;

    FeedProgress(InstantSource clock) {
        this.clock = clock;
        this.reachableAsOf = clock.millis();
    }

    /** Whether searches have seen everything that was in Kafka when the service started. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** Whether Kafka answers. */
    public boolean isReachable() {
        return reachable;
    }

    /** Whether the vectors that were in Kafka when the service started are applied as well. */
    public boolean hasReadVectors() {
        List<Reading> vectors = partitions.entrySet().stream()
                .filter(entry -> !isState(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return !vectors.isEmpty() && vectors.stream().allMatch(Reading::reachedTarget);
    }

    /** How far everything is read, in messages. */
    long read() {
        return partitions.values().stream().mapToLong(Reading::offset).sum();
    }

    /** How far everything reaches, in messages. */
    long ends() {
        return partitions.values().stream().mapToLong(Reading::end).sum();
    }

    boolean hasReachedTargets() {
        return partitions.values().stream().allMatch(Reading::reachedTarget);
    }

    /** How many new states of documents were applied since the service started. */
    public long statesApplied() {
        return statesApplied;
    }

    /** Each publishing service. */
    public List<SourceProgress> sources() {
        return StateTopic.sources().stream().map(this::of).toList();
    }

    SourceProgress of(String source) {
        List<Map.Entry<TopicPartition, Reading>> own = partitions.entrySet().stream()
                .filter(entry -> isOf(source, entry.getKey()))
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .toList();
        long messages = own.stream().mapToLong(entry -> entry.getValue().lag()).sum();
        List<PartitionProgress> each = own.stream()
                .map(entry -> entry.getValue().progress(entry.getKey()))
                .toList();
        return new SourceProgress(source, messages, lagMs(source, own), each);
    }

    private static boolean isOf(String source, TopicPartition partition) {
        return StateTopic.find(partition.topic())
                .filter(topic -> topic.source().equals(source))
                .isPresent();
    }

    private static boolean isState(TopicPartition partition) {
        return StateTopic.find(partition.topic()).isPresent();
    }

    private long lagMs(String source, List<Map.Entry<TopicPartition, Reading>> own) {
        long now = clock.millis();
        if (!reachable) {
            return Math.max(0, now - reachableAsOf);
        }
        long oldest = own.stream()
                .map(Map.Entry::getValue)
                .filter(reading -> reading.lag() > 0)
                .mapToLong(Reading::lastRead)
                .min()
                .orElse(now);
        return Math.max(0, now - Math.min(oldest, oldestUnseen.getOrDefault(source, now)));
    }

    void reached() {
        reachable = true;
        reachableAsOf = clock.millis();
    }

    void unreachable() {
        reachable = false;
    }

    /**
     * A partition is read from here on; it counts as caught up at {@code end}. What waits there may have come right
     * after we last looked.
     */
    void assigned(TopicPartition partition, long offset, long end) {
        Reading before = partitions.get(partition);
        long since = before == null ? reachableAsOf : before.lastRead();
        partitions.put(partition, new Reading(offset, end, end, since));
    }

    boolean knows(TopicPartition partition) {
        return partitions.containsKey(partition);
    }

    void forgetAll() {
        partitions.clear();
        oldestUnseen.clear();
        caughtUp = false;
    }

    long end(TopicPartition partition) {
        Reading reading = partitions.get(partition);
        return reading == null ? 0 : reading.end();
    }

    void read(TopicPartition partition, long offset, long end) {
        partitions.computeIfPresent(
                partition,
                (same, reading) ->
                        new Reading(offset, end, reading.target(), offset < end ? reading.lastRead() : clock.millis()));
    }

    /** Messages of a partition were applied, the oldest and the newest of these times. */
    void applied(TopicPartition partition, long oldest, long newest) {
        StateTopic.find(partition.topic()).ifPresent(topic -> oldestUnseen.merge(topic.source(), oldest, Math::min));
        partitions.computeIfPresent(
                partition, (same, reading) -> new Reading(reading.offset(), reading.end(), reading.target(), newest));
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the feed's thread writes
    void applied(int states) {
        statesApplied += states;
    }

    /** Searches see everything applied. */
    void refreshed() {
        oldestUnseen.clear();
    }

    /** Whether the start is complete just now: Kafka answered, and every partition of state is where it ended then. */
    boolean startsToBeCaughtUp() {
        boolean before = caughtUp;
        caughtUp = before
                || (reachable
                        && oldestUnseen.isEmpty()
                        && partitions.entrySet().stream()
                                .allMatch(entry -> !isState(entry.getKey())
                                        || entry.getValue().reachedTarget()));
        return caughtUp && !before;
    }

    private record Reading(long offset, long end, long target, long lastRead) {

        long lag() {
            return Math.max(0, end - offset);
        }

        boolean reachedTarget() {
            return offset >= target;
        }

        PartitionProgress progress(TopicPartition partition) {
            return new PartitionProgress(partition.topic(), partition.partition(), offset, end);
        }
    }
}
