package health.consilium.search.feed;

import health.consilium.search.index.Change;
import health.consilium.search.index.SourcePartition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What one poll brought: changes in order, where to read on, and the partitions that are stuck and where. */
final class Batch {

    private final List<Change> changes = new ArrayList<>();
    private final Map<SourcePartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> stuck = new HashMap<>();
    private final Map<TopicPartition, Times> times = new HashMap<>();
    private int states;
    private int deadLetters;

    List<Change> changes() {
        return changes;
    }

    /** How many of the changes are new states of documents; the others only bring vectors. */
    int states() {
        return states;
    }

    Map<SourcePartition, Long> next() {
        return next;
    }

    Map<TopicPartition, Long> stuck() {
        return stuck;
    }

    Map<TopicPartition, Times> times() {
        return times;
    }

    int deadLetters() {
        return deadLetters;
    }

    void change(Change change, ConsumerRecord<?, ?> record) {
        changes.add(change);
        states += change instanceof Change.Versioned ? 1 : 0;
        times.merge(partition(record), new Times(record.timestamp(), record.timestamp()), Times::and);
    }

    void deadLetter() {
        deadLetters++;
    }

    void done(ConsumerRecord<?, ?> record) {
        next.put(new SourcePartition(record.topic(), record.partition()), record.offset() + 1);
    }

    void stuckAt(ConsumerRecord<?, ?> record) {
        stuck.put(partition(record), record.offset());
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** When the oldest and the newest message of a partition were published, in milliseconds. */
    record Times(long oldest, long newest) {

        Times and(Times other) {
            return new Times(Math.min(oldest, other.oldest), Math.max(newest, other.newest));
        }
    }
}
