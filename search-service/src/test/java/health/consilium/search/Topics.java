package health.consilium.search;

import health.consilium.search.message.StateTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** Plays the publishing services on a real broker. */
public final class Topics implements AutoCloseable {

    private static final int LARGEST = 16 * 1024 * 1024;

    private final String servers;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Queue<Future<RecordMetadata>> sent = new ConcurrentLinkedQueue<>();

    public Topics(String servers) {
        this.servers = servers;
        this.producer = new KafkaProducer<>(
                // one request at a time: a new topic's broker may refuse the first, and those behind it would be lost
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "linger.ms",
                        0,
                        "max.request.size",
                        LARGEST,
                        "max.in.flight.requests.per.connection",
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Creates the state topics as their publishers do, unless they are there. */
    public void create() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            List<NewTopic> topics = StateTopic.names().stream()
                    .map(name -> new NewTopic(name, Optional.of(3), Optional.empty())
                            .configs(Map.of(
                                    "cleanup.policy", "compact", "max.message.bytes", Integer.toString(LARGEST))))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(failed);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public void publish(ProducerRecord<byte[], byte[]> record) {
        send(record);
        flush();
    }

    /** Publishes without waiting for each; {@link #flush()} waits for all. */
    void send(ProducerRecord<byte[], byte[]> record) {
        sent.add(producer.send(record));
    }

    /** Waits for all that was sent; fails if one was not taken. */
    void flush() {
        try {
            for (Future<RecordMetadata> each = sent.poll(); each != null; each = sent.poll()) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The records of a topic, once there is at least one. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            Awaitility.await().until(() -> consumer.listTopics().containsKey(topic));
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            Awaitility.await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return !records.isEmpty();
            });
            return records;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
