package health.consilium.search.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.search.broker.KafkaClients;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The compacted topic of one partition that carries rebuilds, by their id, and what becomes of them, by id and replica.
 */
final class RebuildTopic implements AutoCloseable {

    private static final int LARGEST_MESSAGE = 1 << 20;
    private static final String SEPARATOR = "/";

    private final KafkaClients clients;
    private final RebuildSettings settings;
    private final JsonMapper json;
    private @Nullable Producer<byte[], byte[]> producer;

    RebuildTopic(KafkaClients clients, RebuildSettings settings, JsonMapper json) {
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

    Consumer<byte[], byte[]> consumer(String name, Map<String, Object> own) {
        return clients.consumer(name, own);
    }

    void create() throws InterruptedException {
        NewTopic topic = new NewTopic(settings.topic(), Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        clients.createTopic(topic, settings.patience());
    }

    void write(RebuildRequest request) throws InterruptedException {
        write(request.id().toString(), json.writeValueAsBytes(request));
    }

    void write(UUID id, String replica, ReplicaProgress progress) throws InterruptedException {
        write(id + SEPARATOR + replica, json.writeValueAsBytes(progress));
    }

    /** Has a rebuild forgotten. */
    void remove(Rebuild rebuild) throws InterruptedException {
        UUID id = rebuild.request().id();
        write(id.toString(), null);
        for (String replica : rebuild.replicas().keySet()) {
            write(id + SEPARATOR + replica, null);
        }
    }

    /** Takes a record into account. */
    void read(ConsumerRecord<byte[], byte[]> record, Rebuilds rebuilds) {
        String[] key = new String(record.key(), UTF_8).split(SEPARATOR, 2);
        UUID id = UUID.fromString(key[0]);
        if (key.length == 2) {
            if (record.value() != null) {
                rebuilds.take(id, key[1], json.readValue(record.value(), ReplicaProgress.class));
            }
        } else if (record.value() == null) {
            rebuilds.remove(id);
        } else {
            rebuilds.take(json.readValue(record.value(), RebuildRequest.class));
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }

    private synchronized void write(String key, byte @Nullable [] value) throws InterruptedException {
        try {
            Object kept = producer()
                    .send(new ProducerRecord<>(settings.topic(), 0, key.getBytes(UTF_8), value))
                    .get();
            assert kept != null;
        } catch (ExecutionException failed) {
            close();
            throw new KafkaException("What is rebuilt could not be told", failed.getCause());
        }
    }

    private Producer<byte[], byte[]> producer() throws InterruptedException {
        if (producer == null) {
            create();
            producer = clients.producer("search-rebuilds", LARGEST_MESSAGE, settings.patience());
        }
        return producer;
    }
}
