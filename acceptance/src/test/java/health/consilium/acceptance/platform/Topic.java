package health.consilium.acceptance.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A topic read by an ordinary consumer that belongs to nobody. */
public final class Topic implements AutoCloseable {
    /** The published state of articles. */
    public static final String ARTICLES = "consilium.content.article.state.v1";

    private final KafkaConsumer<String, @Nullable String> consumer;
    private final List<TopicPartition> partitions;

    private Topic(KafkaConsumer<String, @Nullable String> consumer, String name) {
        this.consumer = consumer;
        this.partitions = consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** A reader at the start of the topic. */
    public static Topic fromStart(String bootstrapServers, String name) {
        Topic topic = open(bootstrapServers, name);
        topic.consumer.seekToBeginning(topic.partitions);
        return topic;
    }

    /** A reader that sees what comes from now on. */
    public static Topic fromNow(String bootstrapServers, String name) {
        Topic topic = open(bootstrapServers, name);
        topic.consumer.endOffsets(topic.partitions).forEach(topic.consumer::seek);
        return topic;
    }

    /** Every topic there is. */
    public static Set<String> names(String bootstrapServers) {
        try (var consumer = consumer(bootstrapServers)) {
            return consumer.listTopics().keySet();
        }
    }

    private static Topic open(String bootstrapServers, String name) {
        return new Topic(consumer(bootstrapServers), name);
    }

    private static KafkaConsumer<String, @Nullable String> consumer(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000);
        return new KafkaConsumer<String, @Nullable String>(
                settings, new StringDeserializer(), new StringDeserializer());
    }

    /** Everything up to the end as it is now, in the order of each partition. */
    public List<StateMessage> readToEnd() {
        return read().stream().map(StateMessage::of).toList();
    }

    /** Everything up to the end as it is now, each message with its headers as one text. */
    public List<String> readRaw() {
        return read().stream()
                .map(message -> message.key() + " " + message.value() + " " + headers(message))
                .toList();
    }

    private List<ConsumerRecord<String, @Nullable String>> read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<String, @Nullable String>> messages = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
        }
        return messages;
    }

    private static String headers(ConsumerRecord<String, @Nullable String> message) {
        return Arrays.stream(message.headers().toArray())
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
