package health.consilium.search.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/** Makes Kafka clients with the application's connection, and the settings that the feed's promises rest on. */
record KafkaClients(
        Supplier<Map<String, Object>> consumerSettings,
        Supplier<Map<String, Object>> producerSettings,
        Supplier<Map<String, Object>> adminSettings,
        FeedSettings settings) {

    /** In bytes: a message of a state topic has 16 MiB at most, and its dead letter a few headers more. */
    static final int LARGEST_LETTER = 17 * 1024 * 1024;

    static KafkaClients of(
            ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, KafkaAdmin admin, FeedSettings settings) {
        return new KafkaClients(
                consumers::getConfigurationProperties,
                producers::getConfigurationProperties,
                admin::getConfigurationProperties,
                settings);
    }

    /** A consumer without a group: offsets are the index's business. */
    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(consumerSettings.get());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "search-feed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // vectors are written in transactions
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 << 20);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Producer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>(producerSettings.get());
        int patience = (int) settings.patience().toMillis();
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "search-dead-letters");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_LETTER);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        return Admin.create(new HashMap<>(adminSettings.get()));
    }
}
