package health.consilium.search;

import static health.consilium.search.message.StateRecords.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.feed.FeedProgress;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.message.StateTopic;
import health.consilium.stack.FreePorts;
import health.consilium.stack.KafkaServer;
import health.consilium.stack.OpenSearchServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Several services feed one index together; the servers come and go. */
class SharedFeedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<Integer> ports = FreePorts.take(3);
    private KafkaServer kafka;

    @BeforeEach
    void startKafka() {
        kafka = startKafka("kafka");
    }

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    @Test
    void dealsThePartitionsOutAndTakesOverFromWhoLeaves() {
        try (OpenSearchServer cluster = cluster();
                ConfigurableApplicationContext first = service()) {
            publish(0, 100);
            awaitVisible(first, 0, 100);
            try (ConfigurableApplicationContext second = service()) {
                awaitCaughtUp(second);
                await().atMost(PATIENCE).until(() -> {
                    publish(100, 130);
                    return applied(second) > 0 && applied(first) > 100;
                });
                awaitVisible(first, 100, 130);
                awaitVisible(second, 0, 130);
            }
            publish(130, 160);
            awaitVisible(first, 130, 160);

            assertThat(first.getBean(SearchIndex.class).status().documents()).containsEntry(DocumentType.ARTICLE, 160L);
            assertThat(cluster.process().isAlive()).isTrue();
        }
    }

    @Test
    void waitsForAClusterThatIsNotThereAndGoesOnAfterAnOutage() {
        try (ConfigurableApplicationContext service = service()) {
            publish(0, 10);
            assertThat(service.getBean(FeedProgress.class).isCaughtUp()).isFalse();

            try (OpenSearchServer cluster = cluster()) {
                awaitCaughtUp(service);
                awaitVisible(service, 0, 10);
                assertThat(cluster.process().isAlive()).isTrue();
            }
            publish(10, 20);
            try (OpenSearchServer cluster = cluster()) {
                awaitVisible(service, 0, 20);
                assertThat(cluster.process().isAlive()).isTrue();
            }
        }
    }

    @Test
    void buildsTheIndexAnewWhenTheTopicsAreOthers() {
        try (OpenSearchServer cluster = cluster()) {
            publish(0, 30);
            try (ConfigurableApplicationContext first = service()) {
                awaitVisible(first, 0, 30);
            }
            kafka.close();
            kafka = startKafka("another");
            publish(40, 42);

            try (ConfigurableApplicationContext first = service();
                    ConfigurableApplicationContext second = service()) {
                awaitVisible(first, 40, 42);
                awaitVisible(second, 40, 42);
                await().atMost(PATIENCE).until(() -> version(first, 0) == 0);
                assertThat(cluster.process().isAlive()).isTrue();
            }
        }
    }

    private KafkaServer startKafka(String logs) {
        KafkaServer server = KafkaServer.start(folder.resolve(logs), ports.get(0), ports.get(1));
        try (Topics topics = new Topics(server.bootstrapServers())) {
            topics.create();
        }
        return server;
    }

    private OpenSearchServer cluster() {
        return OpenSearchServer.start(folder.resolve("opensearch"), ports.get(2), folder.resolve("opensearch.log"));
    }

    private ConfigurableApplicationContext service() {
        return Replica.startOnCluster(kafka.bootstrapServers(), ports.get(2));
    }

    private void publish(int from, int to) {
        try (Topics topics = new Topics(kafka.bootstrapServers())) {
            IntStream.range(from, to)
                    .forEach(number -> topics.send(example(StateTopic.ARTICLE, "minimal")
                            .as(Integer.toString(number), 1)
                            .published()));
            topics.flush();
        }
    }

    private static void awaitVisible(ConfigurableApplicationContext service, int from, int to) {
        await().atMost(PATIENCE)
                .until(() -> IntStream.range(from, to).allMatch(number -> version(service, number) == 1));
    }

    private static void awaitCaughtUp(ConfigurableApplicationContext service) {
        await().atMost(PATIENCE).until(() -> service.getBean(FeedProgress.class).isCaughtUp());
    }

    private static long version(ConfigurableApplicationContext service, int number) {
        return service.getBean(SearchIndex.class)
                .visibleVersion(new DocumentKey(DocumentType.ARTICLE, Integer.toString(number)));
    }

    private static double applied(ConfigurableApplicationContext service) {
        return Stream.of("applied", "dropped")
                .mapToDouble(kind -> service.getBean(MeterRegistry.class)
                        .counter("consilium.search.feed." + kind)
                        .count())
                .sum();
    }
}
