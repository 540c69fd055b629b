package health.consilium.search.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes Kafka clients with the application's connection, and the settings that this service's promises rest on. */
public record KafkaClients(
        Supplier<Map<String, Object>> consumerSettings,
        Supplier<Map<String, Object>> producerSettings,
        Supplier<Map<String, Object>> adminSettings) {

    /** A consumer without a group: whoever reads knows how far. */
    public Consumer<byte[], byte[]> consumer(String name, Map<String, Object> own) {
        Map<String, Object> config = new HashMap<>(consumerSettings.get());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.putAll(own);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer that has every message acknowledged by all replicas, or fails within the patience. */
    public Producer<byte[], byte[]> producer(String name, int largestMessage, Duration patience) {
        Map<String, Object> config = new HashMap<>(producerSettings.get());
        int patienceMs = (int) patience.toMillis();
        config.put(ProducerConfig.CLIENT_ID_CONFIG, name);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largestMessage);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patienceMs);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patienceMs);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patienceMs);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A look at the topics themselves, which fails when Kafka does not answer within the patience. */
    public KafkaTopics topics(Duration patience) {
        Map<String, Object> config = new HashMap<>(adminSettings.get());
        int patienceMs = (int) patience.toMillis();
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patienceMs);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patienceMs);
        return new KafkaTopics(Admin.create(config));
    }
}
