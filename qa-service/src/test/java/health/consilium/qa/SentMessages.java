package health.consilium.qa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What the service sent to a topic for one key. */
final class SentMessages {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private SentMessages() {}

    /** The messages of a key, read from the start of the topic until there are {@code count}. */
    static List<Sent> await(String brokers, String topic, String key, int count) {
        return await(brokers, topic, key, count, PATIENCE);
    }

    /** Like the other, for as long as {@code patience} lasts. */
    static List<Sent> await(String brokers, String topic, String key, int count, Duration patience) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return collect(consumer, key, count, System.nanoTime() + patience.toNanos());
        }
    }

    private static List<Sent> collect(KafkaConsumer<String, byte[]> consumer, String key, int count, long end) {
        List<Sent> sent = new ArrayList<>();
        while (sent.size() < count && System.nanoTime() < end) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                if (key.equals(message.key())) {
                    sent.add(Sent.of(message));
                }
            }
        }
        return sent;
    }

    /** One message with its headers as text. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sent(byte @Nullable [] data, Map<String, String> headers) {

        static Sent of(ConsumerRecord<String, byte[]> message) {
            Map<String, String> headers = StreamSupport.stream(message.headers().spliterator(), false)
                    .collect(java.util.stream.Collectors.toMap(
                            Header::key, header -> new String(header.value(), UTF_8), (first, second) -> second));
            return new Sent(message.value(), headers);
        }

        String header(String name) {
            return Objects.requireNonNull(headers.get(name), name);
        }

        String text() {
            return data == null ? "" : new String(data, UTF_8);
        }

        String type() {
            return header("ce_type").replace("health.consilium.", "");
        }

        long version() {
            return Long.parseLong(header("aggregateversion"));
        }
    }
}
