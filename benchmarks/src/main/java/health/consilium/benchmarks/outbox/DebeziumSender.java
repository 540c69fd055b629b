package health.consilium.benchmarks.outbox;

import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Sends a batch of logical messages, waits for Kafka to have all of it, and marks it processed. */
final class DebeziumSender implements ChangeConsumer<RecordChangeEvent<SourceRecord>> {

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final String prefix;

    DebeziumSender(KafkaProducer<byte[], byte[]> producer, String topic, String prefix) {
        this.producer = producer;
        this.topic = topic;
        this.prefix = prefix;
    }

    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> batch, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        List<Future<?>> sent = new ArrayList<>(batch.size());
        for (RecordChangeEvent<SourceRecord> event : batch) {
            if (event.record().value() instanceof Struct value && value.schema().field("message") != null) {
                sent.add(producer.send(toKafka(value.getStruct("message"))));
            }
        }
        for (Future<?> acknowledgement : sent) {
            await(acknowledgement);
        }
        for (RecordChangeEvent<SourceRecord> event : batch) {
            committer.markProcessed(event);
        }
        committer.markBatchFinished();
    }

    private ProducerRecord<byte[], byte[]> toKafka(Struct message) {
        String key = message.getString("prefix").substring(prefix.length());
        ByteBuffer content = ByteBuffer.wrap(message.getBytes("content"));
        byte[] payload = new byte[content.remaining()];
        content.get(payload);
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), payload);
    }

    private static void await(Future<?> acknowledgement) throws InterruptedException {
        try {
            acknowledgement.get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
