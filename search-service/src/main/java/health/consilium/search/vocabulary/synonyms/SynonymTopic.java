package health.consilium.search.vocabulary.synonyms;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.search.broker.KafkaClients;
import health.consilium.search.broker.SharedTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;

/** The topic of one key that holds the set in force. A set's version is its place there. */
final class SynonymTopic extends SharedTopic {

    private static final byte[] KEY = "synonyms".getBytes(UTF_8);
    /** In bytes: a set comes in at most 1 MiB of text, and JSON adds less than as much again and a little per rule. */
    private static final int LARGEST_SET = 4 << 20;

    private final JsonMapper json;

    SynonymTopic(KafkaClients clients, SynonymSettings settings, JsonMapper json) {
        super(clients, "search-synonyms", settings.topic(), LARGEST_SET, settings.patience());
        this.json = json;
    }

    /** Writes a set for all replicas, and returns its version once Kafka keeps it. */
    long write(SynonymMessage message) throws InterruptedException {
        return version(write(KEY, json.writeValueAsBytes(message)));
    }

    SynonymMessage read(ConsumerRecord<byte[], byte[]> record) {
        return json.readValue(record.value(), SynonymMessage.class);
    }

    /** The version of the set at that offset: two that replicas write at once differ in it, and the later wins. */
    static long version(long offset) {
        return offset + 1;
    }
}
