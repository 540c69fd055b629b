package health.consilium.search.broker;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** A compacted topic of one partition through which the replicas agree: all read all of it, any may write. */
public abstract class SharedTopic implements AutoCloseable {

    private static final int MESSAGES_IN_SEGMENT = 4;

    private final KafkaClients clients;
    private final String client;
    private final String name;
    private final int largestMessage;
    private final Duration patience;
    private @Nullable Producer<byte[], byte[]> producer;

    /**
     * @param client what its clients are called
     * @param name the topic's name
     * @param largestMessage in bytes
     * @param patience how long Kafka may take to answer
     */
    protected SharedTopic(KafkaClients clients, String client, String name, int largestMessage, Duration patience) {
        this.clients = clients;
        this.client = client;
        this.name = name;
        this.largestMessage = largestMessage;
        this.patience = patience;
    }

    /** The topic's name. */
    public final String name() {
        return name;
    }

    /** A consumer with settings of its own, and a name that tells what it is for. */
    public final Consumer<byte[], byte[]> consumer(String purpose, Map<String, Object> own) {
        return clients.consumer(client + purpose, own);
    }

    @Override
    public final synchronized void close() {
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }

    /** Writes a message, and returns its offset once Kafka keeps it; {@code null} has the key forgotten. */
    protected final synchronized long write(byte[] key, byte @Nullable [] value) throws InterruptedException {
        try {
            return producer()
                    .send(new ProducerRecord<>(name, 0, key, value))
                    .get()
                    .offset();
        } catch (ExecutionException failed) {
            close();
            throw new KafkaException("Nothing could be written to " + name, failed.getCause());
        }
    }

    final String client() {
        return client;
    }

    final TopicPartition partition() {
        return new TopicPartition(name, 0);
    }

    final Duration patience() {
        return patience;
    }

    final KafkaTopics topics() {
        return clients.topics(patience);
    }

    /** Creates the topic unless it is there; its ID. */
    final Uuid create(KafkaTopics topics) throws InterruptedException {
        // Only full segments are compacted.
        int segment = MESSAGES_IN_SEGMENT * largestMessage;
        NewTopic topic = new NewTopic(name, Optional.of(1), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(largestMessage),
                        TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(segment)));
        return topics.create(topic);
    }

    private void createTopic() throws InterruptedException {
        try (KafkaTopics topics = topics()) {
            create(topics);
        }
    }

    private Producer<byte[], byte[]> producer() throws InterruptedException {
        if (producer == null) {
            createTopic();
            producer = clients.producer(client, largestMessage, patience);
        }
        return producer;
    }
}
