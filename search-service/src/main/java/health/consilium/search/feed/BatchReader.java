package health.consilium.search.feed;

import health.consilium.search.index.Change;
import health.consilium.search.message.UnreadableMessage;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Reads the records of a poll; an unreadable one is put aside, and stops its partition only if that fails. */
record BatchReader(Sources sources, Letters letters, FeedMetrics metrics) {

    Batch read(ConsumerRecords<byte[], byte[]> records) {
        Batch batch = new Batch();
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                if (!read(record, batch)) {
                    batch.stuckAt(record);
                    break;
                }
                batch.done(record);
            }
        }
        return batch;
    }

    private boolean read(ConsumerRecord<byte[], byte[]> record, Batch batch) {
        try {
            Optional<Change> change = sources.read(record);
            change.ifPresentOrElse(known -> batch.change(known, record), metrics::skipped);
            return true;
        } catch (UnreadableMessage unreadable) {
            boolean kept = letters.keep(record, unreadable);
            if (kept) {
                metrics.poison();
                batch.deadLetter();
            }
            return kept;
        }
    }
}
