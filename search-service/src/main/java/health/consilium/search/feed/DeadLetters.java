package health.consilium.search.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.search.message.UnreadableMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts messages that can't be read aside, as they were, with headers that tell where they come from and why. */
final class DeadLetters implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String GROUP = "search";

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

    /** Whether the message is now kept; when not, it must be read again. */
    boolean keep(ConsumerRecord<byte[], byte[]> record, UnreadableMessage problem) {
        String place = record.topic() + "-" + record.partition() + "@" + record.offset();
        try {
            createTopic(topicFor(record.topic()));
            await(producer().send(letter(record, problem)));
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

    private void createTopic(String name) throws ExecutionException, InterruptedException, TimeoutException {
        if (topics.contains(name)) {
            return;
        }
        try (Admin admin = clients.admin()) {
            String retention = Long.toString(settings.deadLetterRetention().toMillis());
            NewTopic topic = new NewTopic(name, Optional.empty(), Optional.empty())
                    .configs(Map.of(
                            TopicConfig.RETENTION_MS_CONFIG,
                            retention,
                            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                            Integer.toString(KafkaClients.LARGEST_LETTER)));
            await(admin.createTopics(List.of(topic)).all().toCompletionStage().toCompletableFuture());
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
        topics.add(name);
    }

    private <T> void await(Future<T> done) throws ExecutionException, InterruptedException, TimeoutException {
        done.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = clients.producer();
        }
        return producer;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
