package health.consilium.search;

import static health.consilium.search.index.Requests.words;
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
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@OwnServers
class OutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    private final Broker kafka = Servers.newBroker();

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    @Test
    void keepsSearchingWhileKafkaIsAwayAndGoesOnAfterwards() {
        try (ConfigurableApplicationContext service = service()) {
            kafka.start();
            publish("before");
            awaitVisible(service, "before");

            kafka.stop();
            awaitReachable(service, false);

            assertThat(service.getBean(SearchIndex.class)
                            .search(words("nosebleed").build())
                            .hits())
                    .hasSize(1);
            assertThat(service.getBean(FeedProgress.class).sources())
                    .allSatisfy(source -> assertThat(source.lagMs()).isPositive());

            kafka.start();
            publish("after");
            awaitVisible(service, "after");
            awaitReachable(service, true);
        }
    }

    @Test
    void buildsTheIndexAnewWhenTheTopicsAreOthers() {
        kafka.start();
        publish("old-1");
        publish("old-2");
        try (ConfigurableApplicationContext service = service()) {
            awaitVisible(service, "old-1");
            awaitVisible(service, "old-2");
        }

        kafka.replace();
        createTopics();
        try (ConfigurableApplicationContext service = service()) {
            SearchIndex index = service.getBean(SearchIndex.class);
            await().atMost(PATIENCE).until(() -> index.visibleVersion(key("old-1")) == 0);
            publish("new");
            awaitVisible(service, "new");
        }
    }

    private void createTopics() {
        try (Topics topics = new Topics(kafka.bootstrapServers())) {
            topics.create();
        }
    }

    private ConfigurableApplicationContext service() {
        return Replica.start(
                kafka.bootstrapServers(),
                "consilium.search.directory=" + folder.resolve("index"),
                "consilium.search.feed.discovery-interval=1s");
    }

    private void publish(String id) {
        try (Topics topics = new Topics(kafka.bootstrapServers())) {
            topics.create();
            topics.publish(example(StateTopic.ARTICLE, "minimal").as(id, 1).published());
        }
    }

    private static void awaitVisible(ConfigurableApplicationContext service, String id) {
        SearchIndex index = service.getBean(SearchIndex.class);
        await().atMost(PATIENCE).until(() -> index.visibleVersion(key(id)) == 1);
    }

    private static void awaitReachable(ConfigurableApplicationContext service, boolean reachable) {
        FeedProgress progress = service.getBean(FeedProgress.class);
        await().atMost(PATIENCE).until(() -> progress.isReachable() == reachable);
    }

    private static DocumentKey key(String id) {
        return new DocumentKey(DocumentType.ARTICLE, id);
    }
}
