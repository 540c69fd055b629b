package health.consilium.search.index.opensearch;

import health.consilium.search.index.SourcePartition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.opensearch.client.opensearch.core.search.Hit;

/**
 * The offset to read next in each partition, kept in the index itself, so that the two can't disagree whatever becomes
 * of the index. An offset only ever grows: a service that has lost its partition can't take it back.
 */
final class StoredOffsets {

    private static final int MOST_PARTITIONS = 10_000;

    private final Connection connection;
    private final Map<SourcePartition, Long> applied = new ConcurrentHashMap<>();
    private final Map<SourcePartition, Long> saved = new ConcurrentHashMap<>();

    StoredOffsets(Connection connection) {
        this.connection = connection;
    }

    void applied(Map<SourcePartition, Long> next) {
        applied.putAll(next);
    }

    void forget() {
        applied.clear();
        saved.clear();
    }

    /** Makes those durable that are not yet. */
    void save(Generation generation) {
        Map<SourcePartition, Long> unsaved = new HashMap<>(applied);
        unsaved.entrySet().removeAll(saved.entrySet());
        Bulk bulk = new Bulk(connection, generation);
        unsaved.forEach((partition, next) -> {
            Stored stored = new Stored(partition.topic(), partition.partition(), next);
            bulk.add(stored.id(), next, stored, 0);
        });
        bulk.send();
        saved.putAll(unsaved);
    }

    /** Those of every service, as they were saved, and our own as they are. */
    Map<SourcePartition, Long> read(Generation generation) {
        Map<SourcePartition, Long> offsets = new HashMap<>();
        List<Hit<Stored>> stored = connection.ask("read its offsets", client -> {
            client.indices().refresh(refresh -> refresh.index(generation.feed()));
            return client.search(
                            search -> search.index(generation.feed())
                                    .size(MOST_PARTITIONS)
                                    .query(query -> query.exists(exists -> exists.field("topic"))),
                            Stored.class)
                    .hits()
                    .hits();
        });
        stored.stream().map(Hit::source).filter(Objects::nonNull).forEach(each -> offsets.put(each.key(), each.next()));
        applied.forEach((partition, next) -> offsets.merge(partition, next, Math::max));
        return offsets;
    }

    /** An offset as the index has it. */
    record Stored(String topic, int number, long next) {

        String id() {
            return "offset/" + topic + "/" + number;
        }

        SourcePartition key() {
            return new SourcePartition(topic, number);
        }
    }
}
