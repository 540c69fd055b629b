package health.consilium.search;

import static health.consilium.search.message.StateRecords.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.feed.FeedProgress;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.message.StateTopic;
import health.consilium.stack.test.Servers;
import health.consilium.stack.test.server.Broker;
import health.consilium.stack.test.server.OpenSearchNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Several services feed one index together; the servers come and go. */
@OwnServers
class SharedFeedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Broker kafka = Servers.newBroker();
    private final OpenSearchNode cluster = Servers.newOpenSearchNode();

    @BeforeEach
    void startKafka() {
        kafka.start();
        createTopics();
    }

    @AfterEach
    void end() {
        cluster.close();
        kafka.close();
    }

    @Test
    void dealsThePartitionsOutAndTakesOverFromWhoLeaves() {
        cluster.start();
        try (ConfigurableApplicationContext first = service()) {
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
        }
    }

    @Test
    void waitsForAClusterThatIsNotThereAndGoesOnAfterAnOutage() {
        try (ConfigurableApplicationContext service = service()) {
            publish(0, 10);
            assertThat(service.getBean(FeedProgress.class).isCaughtUp()).isFalse();

            cluster.start();
            awaitCaughtUp(service);
            awaitVisible(service, 0, 10);

            cluster.stop();
            publish(10, 20);
            cluster.start();
            awaitVisible(service, 0, 20);
        }
    }

    @Test
    void buildsTheIndexAnewWhenTheTopicsAreOthers() {
        cluster.start();
        publish(0, 30);
        try (ConfigurableApplicationContext first = service()) {
            awaitVisible(first, 0, 30);
        }
        kafka.replace();
        createTopics();
        publish(40, 42);

        try (ConfigurableApplicationContext first = service();
                ConfigurableApplicationContext second = service()) {
            awaitVisible(first, 40, 42);
            awaitVisible(second, 40, 42);
            await().atMost(PATIENCE).until(() -> version(first, 0) == 0);
        }
    }

    private void createTopics() {
        try (Topics topics = new Topics(kafka.bootstrapServers())) {
            topics.create();
        }
    }

    private ConfigurableApplicationContext service() {
        return Replica.startOnCluster(kafka.bootstrapServers(), cluster.uri());
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
