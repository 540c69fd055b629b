package health.consilium.search.vector.background;

import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.message.UnreadableMessage;
import health.consilium.search.message.VectorTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything in a topic of vectors, read anew each time. */
record PublishedVectors(String servers, VectorTopic topic) implements KnownVectors {

    /** Whether a document's last vectors are of that text. */
    @Override
    public boolean has(DocumentKey key, long fingerprint) {
        List<Change.Vectors> published = of(key);
        return !published.isEmpty() && published.getLast().fingerprint() == fingerprint;
    }

    List<Change.Vectors> of(DocumentKey key) {
        return all().stream().filter(vectors -> vectors.key().equals(key)).toList();
    }

    List<Change.Vectors> all() {
        Map<String, Object> config = Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            if (!consumer.listTopics().containsKey(topic.name())) {
                return List.of();
            }
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Change.Vectors> all = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> all.add(read(record)));
            }
            return all;
        }
    }

    private Change.Vectors read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return topic.read(record);
        } catch (UnreadableMessage unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
