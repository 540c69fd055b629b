package health.consilium.search.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.search.broker.KafkaClients;
import health.consilium.search.broker.KafkaTopics;
import health.consilium.search.message.UnreadableMessage;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts messages that can't be read aside, as they were, with headers that tell where they come from and why. */
final class DeadLetters implements Letters, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String GROUP = "search";

    /** In bytes: a message of a state topic has 16 MiB at most, and its dead letter a few headers more. */
    private static final int LARGEST_LETTER = 17 * 1024 * 1024;

    private final KafkaClients clients;
    private final FeedSettings settings;
    private final Set<String> topics = new HashSet<>();
    private @Nullable Producer<byte[], byte[]> producer;

    DeadLetters(KafkaClients clients, FeedSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    static String topicFor(String topic) {
        return topic + "." + GROUP + ".dlt";
    }

    @Override
    public boolean keep(ConsumerRecord<byte[], byte[]> record, UnreadableMessage problem) {
        String place = record.topic() + "-" + record.partition() + "@" + record.offset();
        try {
            createTopic(topicFor(record.topic()));
            producer().send(letter(record, problem)).get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            log.warn("Message {} went to its dead-letter topic: {}", place, problem.getMessage());
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException failed) {
            log.error("Message {} is unreadable and could not be put aside; it is tried again", place, failed);
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> record, UnreadableMessage problem) {
        var letter = new ProducerRecord<>(
                topicFor(record.topic()), null, record.timestamp(), record.key(), record.value(), record.headers());
        Map<String, Object> origin = Map.of(
                "dlt-topic", record.topic(),
                "dlt-partition", record.partition(),
                "dlt-offset", record.offset(),
                "dlt-group", GROUP,
                "dlt-reason", Objects.requireNonNullElse(problem.getMessage(), "unreadable"));
        origin.forEach(
                (name, value) -> letter.headers().add(name, value.toString().getBytes(UTF_8)));
        return letter;
    }

    private void createTopic(String name) throws InterruptedException {
        if (topics.contains(name)) {
            return;
        }
        String retention = Long.toString(settings.deadLetterRetention().toMillis());
        NewTopic topic = new NewTopic(name, Optional.empty(), Optional.empty())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        retention,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(LARGEST_LETTER)));
        try (KafkaTopics kafka = clients.topics(settings.patience())) {
            kafka.create(topic);
        }
        topics.add(name);
    }

    private Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = clients.producer("search-dead-letters", LARGEST_LETTER, settings.patience());
        }
        return producer;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }
}
