package health.consilium.benchmarks.speed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The questions that the running platform has published, as they are or several times under other identifiers. */
final class Copies {
    static final String TOPIC = "consilium.qa.question.state.v1";

    private final List<ConsumerRecord<byte[], byte[]>> originals;

    private Copies(List<ConsumerRecord<byte[], byte[]>> originals) {
        this.originals = originals;
    }

    /** Reads a compacted topic to its present end; of each key the last. */
    static Copies of(String servers, String topic) {
        Map<String, ConsumerRecord<byte[], byte[]>> last = new LinkedHashMap<>();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(Map.of(
                "bootstrap.servers",
                servers,
                "isolation.level",
                "read_committed",
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> last.put(new String(record.key(), UTF_8), record));
            }
        }
        return new Copies(
                last.values().stream().filter(record -> record.value() != null).toList());
    }

    int size() {
        return originals.size();
    }

    /** The questions' states, without copies. */
    List<byte[]> states() {
        return originals.stream().map(ConsumerRecord::value).toList();
    }

    /** Publishes everything so many times into the topic of the same name on another broker. */
    void publish(String servers, String topic, int copies) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
                var producer = new KafkaProducer<byte[], byte[]>(Map.of(
                        "bootstrap.servers",
                        servers,
                        "linger.ms",
                        20,
                        "key.serializer",
                        ByteArraySerializer.class,
                        "value.serializer",
                        ByteArraySerializer.class))) {
            admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1)
                            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))))
                    .all()
                    .get();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int copy = 0; copy < copies; copy++) {
                for (ConsumerRecord<byte[], byte[]> original : originals) {
                    sent.add(producer.send(copy(original, topic, copy)));
                }
            }
            producer.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    /** The same under another identifier, wherever it stands; the first copy is the original. */
    private static ProducerRecord<byte[], byte[]> copy(
            ConsumerRecord<byte[], byte[]> original, String topic, int copy) {
        String id = new String(original.key(), UTF_8);
        String other = copy == 0
                ? id
                : id.substring(0, id.length() - 2) + HexFormat.of().toHexDigits((byte) copy);
        List<Header> headers = new ArrayList<>();
        for (Header header : original.headers()) {
            headers.add(new RecordHeader(header.key(), replaced(header.value(), id, other)));
        }
        return new ProducerRecord<>(
                topic,
                null,
                other.getBytes(UTF_8),
                copy == 0 ? original.value() : replaced(original.value(), id, other),
                headers);
    }

    private static byte[] replaced(byte[] text, String id, String other) {
        return new String(text, UTF_8).replace(id, other).getBytes(UTF_8);
    }
}
