package health.consilium.search.vocabulary.synonyms;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.search.broker.KafkaClients;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import tools.jackson.databind.json.JsonMapper;

/** The compacted topic of one partition and one key that holds the set in force. A set's version is its place there. */
final class SynonymTopic {

    private static final byte[] KEY = "synonyms".getBytes(UTF_8);
    /** In bytes: a set comes in at most 1 MiB of text, and JSON adds less than as much again and a little per rule. */
    private static final int LARGEST_SET = 4 << 20;

    private static final int SEGMENT = 4 * LARGEST_SET;

    private final KafkaClients clients;
    private final SynonymSettings settings;
    private final JsonMapper json;

    SynonymTopic(KafkaClients clients, SynonymSettings settings, JsonMapper json) {
        this.clients = clients;
        this.settings = settings;
        this.json = json;
    }

    TopicPartition partition() {
        return new TopicPartition(settings.topic(), 0);
    }

    Duration patience() {
        return settings.patience();
    }

    Consumer<byte[], byte[]> consumer(String name) {
        return clients.consumer(name, Map.of());
    }

    void create() throws InterruptedException {
        NewTopic topic = new NewTopic(settings.topic(), Optional.of(1), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_SET),
                        TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(SEGMENT)));
        clients.createTopic(topic, settings.patience());
    }

    /** Writes a set for all replicas, and returns its version once Kafka keeps it. */
    long write(SynonymMessage message) throws InterruptedException {
        var record = new ProducerRecord<>(settings.topic(), 0, KEY, json.writeValueAsBytes(message));
        try (Producer<byte[], byte[]> producer =
                clients.producer("search-synonyms", LARGEST_SET, settings.patience())) {
            return version(producer.send(record).get().offset());
        } catch (ExecutionException failed) {
            throw new KafkaException("The synonyms could not be written", failed.getCause());
        }
    }

    SynonymMessage read(ConsumerRecord<byte[], byte[]> record) {
        return json.readValue(record.value(), SynonymMessage.class);
    }

    /** The version of the set at that offset. Two written at once by two replicas get two versions, and the later wins. */
    static long version(long offset) {
        return offset + 1;
    }
}
