package health.consilium.search.vector.background;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Sees to it that the vectors' topic is there. */
final class TopicCreation {

    /** How long a reader may be away and still learn what is gone, as with the state topics. */
    private static final Duration LONGEST_ABSENCE = Duration.ofDays(30);

    private final VectorClients clients;
    private boolean done;

    TopicCreation(VectorClients clients) {
        this.clients = clients;
    }

    /** Creates the topic unless it exists; throws {@link KafkaException} when Kafka does not let us. */
    void ensure() throws InterruptedException {
        if (done) {
            return;
        }
        try (Admin admin = clients.admin(clients.settings().patience())) {
            admin.createTopics(List.of(topic())).all().get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("The vectors' topic can't be created", failed.getCause());
            }
        }
        done = true;
    }

    private NewTopic topic() {
        BackgroundSettings settings = clients.settings();
        return new NewTopic(
                        clients.topic().name(),
                        Optional.of(settings.partitions()),
                        Optional.ofNullable(settings.replicationFactor()))
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.DELETE_RETENTION_MS_CONFIG,
                        Long.toString(LONGEST_ABSENCE.toMillis())));
    }
}
