package health.consilium.benchmarks.outbox;

import health.consilium.stack.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Where a contender works: a database and a topic, and a folder for what it keeps in files. */
record Workplace(String topic, String url, String user, String password, String bootstrapServers, Path folder) {

    private static final int PARTITIONS = 6;

    static Workplace create(String name, Database database, String bootstrapServers, Path folder) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException("topic " + name + " could not be created", failure);
        }
        return new Workplace(name, database.url(), database.username(), database.password(), bootstrapServers, folder);
    }

    /** As words of a command line, and back. */
    List<String> toArguments() {
        return List.of(topic, url, user, password, bootstrapServers, folder.toString());
    }

    static Workplace ofArguments(List<String> words) {
        return new Workplace(
                words.get(0), words.get(1), words.get(2), words.get(3), words.get(4), Path.of(words.get(5)));
    }

    /** The producer of the contenders that leave it to us, with the settings of our relay's. */
    KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 * 1024,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                64L * 1024 * 1024));
    }
}
