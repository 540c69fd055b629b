package health.consilium.search;

import static health.consilium.search.message.StateRecords.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.message.StateTopic;
import health.consilium.stack.test.Servers;
import health.consilium.stack.test.server.Broker;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@OwnServers
class RestartIT {

    @TempDir
    Path folder;

    private final Broker kafka = Servers.newBroker();

    @BeforeEach
    void startKafka() {
        kafka.start();
    }

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    @Test
    void goesOnWhereItStopped() {
        try (Topics topics = new Topics(kafka.bootstrapServers())) {
            topics.create();
            topics.publish(example(StateTopic.PAPER, "full").as("before", 1).published());
            try (ConfigurableApplicationContext first = start()) {
                awaitVersion(first, "before", 1);
            }
            topics.publish(example(StateTopic.PAPER, "full").as("between", 1).published());

            try (ConfigurableApplicationContext second = start()) {
                awaitVersion(second, "between", 1);

                assertThat(version(second, "before")).isEqualTo(1);
                assertThat(messagesReadAgain(second)).isZero();
            }
        }
    }

    private static void awaitVersion(ConfigurableApplicationContext service, String id, long version) {
        await().until(() -> version(service, id) == version);
    }

    private static long version(ConfigurableApplicationContext service, String id) {
        return service.getBean(SearchIndex.class).visibleVersion(new DocumentKey(DocumentType.PAPER, id));
    }

    private static double messagesReadAgain(ConfigurableApplicationContext service) {
        return service.getBean(MeterRegistry.class)
                .counter("consilium.search.feed.dropped")
                .count();
    }

    private ConfigurableApplicationContext start() {
        return Replica.start(
                kafka.bootstrapServers(),
                "consilium.search.directory=" + folder.resolve("index"),
                "consilium.search.vectors.enabled=false");
    }
}
