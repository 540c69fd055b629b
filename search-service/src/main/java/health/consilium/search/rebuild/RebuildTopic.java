package health.consilium.search.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.search.broker.KafkaClients;
import health.consilium.search.broker.SharedTopic;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The topic that carries rebuilds, by their id, and what becomes of them, by id and replica. */
final class RebuildTopic extends SharedTopic {

    private static final Logger log = LoggerFactory.getLogger(RebuildTopic.class);
    private static final int LARGEST_MESSAGE = 1 << 20;
    private static final String SEPARATOR = "/";

    private final JsonMapper json;

    RebuildTopic(KafkaClients clients, RebuildSettings settings, JsonMapper json) {
        super(clients, "search-rebuilds", settings.topic(), LARGEST_MESSAGE, settings.patience());
        this.json = json;
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

    private void write(String key, byte @Nullable [] value) throws InterruptedException {
        long offset = write(key.getBytes(UTF_8), value);
        log.trace("Written at {}", offset);
    }
}
