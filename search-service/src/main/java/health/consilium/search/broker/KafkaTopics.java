package health.consilium.search.broker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics, and tells one from another of the same name by the ID that Kafka gave it. */
public final class KafkaTopics implements AutoCloseable {

    private final Admin admin;

    KafkaTopics(Admin admin) {
        this.admin = admin;
    }

    /** Creates a topic unless it is there; its ID. */
    public Uuid create(NewTopic topic) throws InterruptedException {
        try {
            return admin.createTopics(List.of(topic)).topicId(topic.name()).get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TopicExistsException) {
                return id(topic.name());
            }
            throw new KafkaException("The topic %s could not be created".formatted(topic.name()), failed.getCause());
        }
    }

    /** The ID of the topic that has the name now. */
    Uuid id(String name) throws InterruptedException {
        try {
            Map<String, TopicDescription> described =
                    admin.describeTopics(List.of(name)).allTopicNames().get();
            return described.values().iterator().next().topicId();
        } catch (ExecutionException failed) {
            throw new KafkaException("Nothing could be learned of the topic " + name, failed.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
