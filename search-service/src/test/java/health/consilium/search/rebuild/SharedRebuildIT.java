package health.consilium.search.rebuild;

import static health.consilium.search.message.StateRecords.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.OwnServers;
import health.consilium.search.Replica;
import health.consilium.search.Topics;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.Requests;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.message.StateTopic;
import health.consilium.stack.test.Servers;
import health.consilium.stack.test.server.Broker;
import health.consilium.stack.test.server.OpenSearchNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Services that share an index on a cluster rebuild it once for all. */
@OwnServers
class SharedRebuildIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DOCUMENTS = 60;

    private final Broker kafka = Servers.newBroker();
    private final OpenSearchNode cluster = Servers.newOpenSearchNode();

    @BeforeEach
    void start() {
        kafka.start();
        cluster.start();
        publish(1);
    }

    @AfterEach
    void stop() {
        cluster.close();
        kafka.close();
    }

    @Test
    void oneRebuildsForAllAndAnotherTakesOverWhenItLeaves() {
        try (ConfigurableApplicationContext staying = service()) {
            try (ConfigurableApplicationContext leaving = service()) {
                awaitVersion(staying, 1);
                awaitVersion(leaving, 1);
                Instant before = index(staying).origin().begun();

                UUID id = ask(leaving);
                publish(2);
                awaitDone(staying, id);
                awaitVersion(staying, 2);
                awaitVersion(leaving, 2);

                assertThat(index(leaving).origin().begun()).isAfter(before);
                assertThat(replicas(staying, id)).containsExactly("cluster");
            }
            UUID id = ask(staying);
            awaitDone(staying, id);
            publish(3);
            awaitVersion(staying, 3);

            assertThat(index(staying)
                            .search(Requests.words("nosebleed").build())
                            .total())
                    .isEqualTo(DOCUMENTS);
        }
    }

    private static UUID ask(ConfigurableApplicationContext service) {
        await().atMost(PATIENCE).until(() -> service.getBean(Rebuilds.class).isComplete());
        return service.getBean(RebuildRequests.class).ofAll().request().id();
    }

    private static void awaitDone(ConfigurableApplicationContext service, UUID id) {
        Rebuilds rebuilds = service.getBean(Rebuilds.class);
        await().atMost(PATIENCE)
                .until(() -> rebuilds.find(id)
                        .filter(rebuild -> rebuild.state() == RebuildState.DONE)
                        .isPresent());
    }

    private static Iterable<String> replicas(ConfigurableApplicationContext service, UUID id) {
        return service.getBean(Rebuilds.class).find(id).orElseThrow().replicas().keySet();
    }

    private static void awaitVersion(ConfigurableApplicationContext service, long version) {
        await().atMost(PATIENCE)
                .until(() -> IntStream.range(0, DOCUMENTS)
                        .allMatch(number -> index(service).visibleVersion(key(number)) == version));
    }

    private static SearchIndex index(ConfigurableApplicationContext service) {
        return service.getBean(SearchIndex.class);
    }

    private void publish(long version) {
        try (Topics topics = new Topics(kafka.bootstrapServers())) {
            topics.create();
            IntStream.range(0, DOCUMENTS)
                    .forEach(number -> topics.publish(example(StateTopic.ARTICLE, "minimal")
                            .as(key(number).id(), version)
                            .published()));
        }
    }

    private static DocumentKey key(int number) {
        return new DocumentKey(DocumentType.ARTICLE, Integer.toString(number));
    }

    private ConfigurableApplicationContext service() {
        return Replica.startOnCluster(
                kafka.bootstrapServers(), cluster.uri(), "consilium.search.vectors.enabled=false");
    }
}
