package health.consilium.search.vector.background;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection's work: poll, compute, publish, and again. What is published and the group's offsets are one
 * transaction, so that a replica that has lost its part of the work can't publish over its successor.
 */
final class VectorLoop {

    private static final Logger log = LoggerFactory.getLogger(VectorLoop.class);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final Connection connection;
    private final BatchWork batch;
    private final BooleanSupplier wanted;

    VectorLoop(Connection connection, BatchWork batch, BooleanSupplier wanted) {
        this.connection = connection;
        this.batch = batch;
        this.wanted = wanted;
    }

    void step() {
        ConsumerRecords<byte[], byte[]> records = connection.consumer().poll(LONGEST_WAIT);
        Work work = batch.on(records, wanted);
        if (!work.records().isEmpty()) {
            publish(work);
        } else if (!work.next().isEmpty()) {
            connection.consumer().commitSync(work.next());
        }
    }

    private void publish(Work work) {
        Producer<byte[], byte[]> producer = connection.producer();
        producer.beginTransaction();
        work.records().forEach(record -> {
            Future<RecordMetadata> sent = producer.send(record);
            log.trace("Sending {}", sent);
        });
        producer.sendOffsetsToTransaction(work.next(), connection.consumer().groupMetadata());
        producer.commitTransaction();
    }
}
