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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The questions that the running platform has published, and as many more as are wanted: those have the title of one,
 * the topics of another, and the answers of a third.
 */
final class Questions {
    static final String TOPIC = "consilium.qa.question.state.v1";
    private static final String VERSION = "aggregateversion";
    private static final int TOPICS_FROM = 7_919;
    private static final int ANSWERS_FROM = 3_571;

    private final JsonMapper json = new JsonMapper();
    private final List<ConsumerRecord<byte[], byte[]>> originals;
    private final int copies;

    private Questions(List<ConsumerRecord<byte[], byte[]>> originals, int copies) {
        this.originals = originals;
        this.copies = copies;
    }

    /** So many of each that a broker has. */
    static Questions of(String servers, int copies) {
        return new Questions(read(servers, TOPIC), copies);
    }

    int size() {
        return originals.size() * copies;
    }

    /** Publishes all of them on another broker. */
    void publish(String servers) throws ExecutionException, InterruptedException {
        try (var producer = producer(servers)) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int number = 0; number < size(); number++) {
                sent.add(producer.send(record(number, 0)));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    /** One of them, again: the round makes its version a later one. */
    ProducerRecord<byte[], byte[]> record(int number, int round) {
        ConsumerRecord<byte[], byte[]> original = originals.get(number % originals.size());
        int copy = number / originals.size();
        ObjectNode question = (ObjectNode) json.readTree(original.value());
        String id = new String(original.key(), UTF_8);
        // ids begin with their time, which those of one platform have in common
        String ownId = copy == 0 ? id : HexFormat.of().toHexDigits((byte) ~copy) + id.substring(2);
        long version = question.path("version").asLong() + round;
        question.put("id", ownId).put("version", version);
        if (copy > 0) {
            question.set("topics", other(number, copy * TOPICS_FROM).path("topics"));
            question.set("answers", other(number, copy * ANSWERS_FROM).path("answers"));
        }
        List<Header> headers = new ArrayList<>();
        for (Header header : original.headers()) {
            byte[] value = header.key().equals(VERSION)
                    ? Long.toString(version).getBytes(UTF_8)
                    : new String(header.value(), UTF_8).replace(id, ownId).getBytes(UTF_8);
            headers.add(new RecordHeader(header.key(), value));
        }
        return new ProducerRecord<>(TOPIC, null, ownId.getBytes(UTF_8), json.writeValueAsBytes(question), headers);
    }

    /** Copies a compacted topic as it is, to its present end. */
    static void copy(String topic, String from, String to) throws ExecutionException, InterruptedException {
        try (var producer = producer(to)) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> each : read(from, topic)) {
                sent.add(producer.send(
                        new ProducerRecord<>(topic, each.partition(), each.key(), each.value(), each.headers())));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    static KafkaProducer<byte[], byte[]> producer(String servers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private ObjectNode other(int number, int further) {
        return (ObjectNode) json.readTree(
                originals.get((number + further) % originals.size()).value());
    }

    /** Of each key the last that is not a tombstone. */
    private static List<ConsumerRecord<byte[], byte[]>> read(String servers, String topic) {
        Map<String, ConsumerRecord<byte[], byte[]>> last = new LinkedHashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
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
        return last.values().stream().filter(record -> record.value() != null).toList();
    }
}
