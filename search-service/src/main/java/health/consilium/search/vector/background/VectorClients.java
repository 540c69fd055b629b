package health.consilium.search.vector.background;

import health.consilium.search.message.StateTopic;
import health.consilium.search.message.VectorTopic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes Kafka clients with the application's connection, and the settings that working once for all rests on. */
final class VectorClients {

    private static final Duration LONGEST_BATCH = Duration.ofMinutes(15);
    private static final Duration WITHOUT_A_SIGN = Duration.ofSeconds(15);
    private static final Duration NEW_TOPICS = Duration.ofSeconds(10);

    private final Supplier<Map<String, Object>> consumers;
    private final Supplier<Map<String, Object>> producers;
    private final Supplier<Map<String, Object>> admins;
    private final VectorTopic topic;
    private final BackgroundSettings settings;
    /** The same for each connection, so that a new one ends what the last one left open. */
    private final String transactions;

    VectorClients(
            Supplier<Map<String, Object>> consumers,
            Supplier<Map<String, Object>> producers,
            Supplier<Map<String, Object>> admins,
            VectorTopic topic,
            BackgroundSettings settings) {
        this.consumers = consumers;
        this.producers = producers;
        this.admins = admins;
        this.topic = topic;
        this.settings = settings;
        this.transactions = group() + "-" + UUID.randomUUID();
    }

    /** The group that shares the work. */
    String group() {
        return "search-vectors-" + topic.model();
    }

    VectorTopic topic() {
        return topic;
    }

    BackgroundSettings settings() {
        return settings;
    }

    /** A consumer that takes its part of the state topics, and a producer. */
    Connection connect() {
        Consumer<byte[], byte[]> consumer = consumer();
        try {
            return new Connection(consumer, producer());
        } catch (KafkaException failed) {
            consumer.close();
            throw failed;
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(consumers.get());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group());
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "search-vectors");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, millis(NEW_TOPICS));
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(WITHOUT_A_SIGN));
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, millis(LONGEST_BATCH));
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(stateTopics());
        return consumer;
    }

    /** By pattern, because a topic may be created later. */
    private static Pattern stateTopics() {
        return Pattern.compile(StateTopic.names().stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /** A producer that writes vectors and the group's offsets in one transaction. */
    private Producer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>(producers.get());
        int patience = millis(settings.patience());
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "search-vectors");
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactions);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 3 * patience);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * patience);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Admin admin(Duration patience) {
        Map<String, Object> config = new HashMap<>(admins.get());
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "search-vectors");
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(patience));
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(patience));
        return Admin.create(config);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
