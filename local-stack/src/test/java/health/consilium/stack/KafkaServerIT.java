package health.consilium.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {
    private static final TopicPartition PARTITION = new TopicPartition("kept", 0);

    @TempDir
    private Path folder;

    private final List<Integer> ports = FreePorts.take(2);

    @Test
    void keepsARecordOverAKill() throws Exception {
        Process first = startProcess();
        createTopic();
        send("survivor");

        first.destroyForcibly().waitFor();
        Process second = startProcess();

        assertThat(read()).isEqualTo("survivor");
        assertThat(RunningProcess.of(second.toHandle()).stop(StopSignal.TERMINATE, Duration.ofSeconds(20)))
                .isTrue();
    }

    @Test
    void createsNoTopicByItself() {
        try (KafkaServer server = KafkaServer.start(folder.resolve("logs"), ports.getFirst(), ports.getLast());
                Admin admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("unknown"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private Process startProcess() {
        String classes = System.getProperty("java.class.path");
        Process process = new JavaCommand(
                        List.of("-cp", classes),
                        KafkaProcess.command(folder.resolve("logs"), ports.getFirst(), ports.getLast()))
                .start(folder, folder.resolve("kafka.log"));
        assertThat(Readiness.await(process.toHandle(), Duration.ofMinutes(1), this::answers))
                .isTrue();
        return process;
    }

    private boolean answers() {
        return KafkaServer.answers(ports.getFirst());
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void send(String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), "key", value)).get();
        }
    }

    private String read() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers()), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            return consumer.poll(Duration.ofSeconds(20))
                    .records(PARTITION)
                    .getFirst()
                    .value();
        }
    }

    private String bootstrapServers() {
        return "localhost:" + ports.getFirst();
    }
}
