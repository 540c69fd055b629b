package health.consilium.search.vector.background;

import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.message.StateMessages;
import health.consilium.search.message.UnreadableMessage;
import health.consilium.search.vector.background.WorkMetrics.Outcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Works on the records of one poll; of several changes of a document, only the last counts. */
record BatchWork(StateMessages messages, DocumentWork documents, WorkMetrics metrics) {

    /** Works for as long as it is wanted; what is left then is not done. */
    Work on(Iterable<ConsumerRecord<byte[], byte[]>> records, BooleanSupplier wanted) {
        Map<ConsumerRecord<byte[], byte[]>, Change> changes = changes(records);
        Map<DocumentKey, Long> last = new HashMap<>();
        changes.forEach((record, change) -> last.put(change.key(), record.offset()));
        Work work = new Work();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (!wanted.getAsBoolean()) {
                break;
            }
            Change change = changes.get(record);
            if (change != null && last.getOrDefault(change.key(), 0L) == record.offset()) {
                documents.vectors(change).ifPresent(work::publish);
            }
            work.done(record);
        }
        return work;
    }

    /** Without those of unreadable messages, which the feed puts aside. */
    private Map<ConsumerRecord<byte[], byte[]>, Change> changes(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        Map<ConsumerRecord<byte[], byte[]>, Change> changes = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                messages.read(record).ifPresent(change -> changes.put(record, change));
            } catch (UnreadableMessage unreadable) {
                metrics.count(Outcome.UNREADABLE);
            }
        }
        return changes;
    }
}
