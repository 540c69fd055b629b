package health.consilium.search.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
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

    /** How long a member of a group may be silent before its partitions go to others. */
    private static final int GONE_AFTER_MS = 10_000;

    static KafkaClients of(
            ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, KafkaAdmin admin, FeedSettings settings) {
        return new KafkaClients(
                consumers::getConfigurationProperties,
                producers::getConfigurationProperties,
                admin::getConfigurationProperties,
                settings);
    }

    /** A consumer, member of a group if one is named; offsets are the index's business either way. */
    Consumer<byte[], byte[]> consumer(Optional<String> group) {
        Map<String, Object> config = new HashMap<>(consumerSettings.get());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        group.ifPresent(name -> config.putAll(membership(name)));
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "search-feed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 << 20);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> membership(String group) {
        return Map.of(
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName(),
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, GONE_AFTER_MS,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG, (int) settings.discoveryInterval().toMillis());
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
