package health.consilium.search.vector.background;

import static health.consilium.search.message.StateRecords.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.OwnServers;
import health.consilium.search.Replica;
import health.consilium.search.Topics;
import health.consilium.search.feed.FeedProgress;
import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.message.StateTopic;
import health.consilium.search.message.VectorTopic;
import health.consilium.search.vector.QueryVectors;
import health.consilium.search.vector.VectorProgress;
import health.consilium.search.vector.VectorState;
import health.consilium.search.vector.VectorStatus;
import health.consilium.stack.test.Servers;
import health.consilium.stack.test.server.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

@OwnServers
class VectorsIT {

    private static final String NOSE = "Why does my nose bleed?";
    private static final String EAR = "Why does my ear hurt?";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final Broker kafka = Servers.newBroker();

    @BeforeEach
    void startKafka() {
        kafka.start();
        try (Topics topics = new Topics(kafka.bootstrapServers())) {
            topics.create();
        }
    }

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    @Test
    void computesEachTextOnceHoweverManyReplicasThereAre() {
        try (ConfigurableApplicationContext first = service("first");
                ConfigurableApplicationContext second = service("second")) {
            awaitReady(first);
            awaitReady(second);
            IntStream.range(0, 12).forEach(number -> publish(question("q" + number, 1, "What helps?")));

            awaitDone(first, 12);
            assertThat(published(first).all()).extracting(Change.Vectors::key).doesNotHaveDuplicates();
            assertThat(status(second)).isEqualTo(status(first));
        }
    }

    @Test
    void followsADocumentThroughItsLife() {
        try (ConfigurableApplicationContext service = service("only")) {
            publish(question("q", 1, NOSE));
            awaitDone(service, 1);
            assertNearer(service, vectors(service).getLast(), NOSE, EAR);

            publish(question("q", 2, NOSE));
            publish(question("q", 3, EAR));
            awaitDone(service, 2);
            assertNearer(service, vectors(service).getLast(), EAR, NOSE);

            publish(question("q", 4, EAR));
            publish(example(StateTopic.QUESTION, "withdrawn").as("q", 5).published());
            publish(example(StateTopic.QUESTION, "withdrawn").as("q", 5).publishedTombstone());
            await().atMost(PATIENCE)
                    .until(() -> vectors(service).getLast().vectors().isEmpty());
            assertThat(vectors(service))
                    .filteredOn(vectors -> !vectors.vectors().isEmpty())
                    .hasSize(2);
        }
    }

    @Test
    void leavesOtherLanguagesToTheWords() {
        try (ConfigurableApplicationContext service = service("only")) {
            publish(example(StateTopic.QUESTION, "minimal")
                    .as("zh", 1)
                    .titled("為什麼會流鼻血？")
                    .saying("醫師您好，我常常流鼻血。")
                    .published());
            publish(question("q", 1, NOSE));

            awaitDone(service, 1);
            assertThat(published(service).of(key("zh"))).isEmpty();
        }
    }

    @Test
    void goesOnAfterKafkaWasAway() {
        try (ConfigurableApplicationContext service = service("only")) {
            publish(question("before", 1, NOSE));
            awaitDone(service, 1);

            kafka.stop();
            await().atMost(PATIENCE)
                    .until(() -> !service.getBean(FeedProgress.class).isReachable());

            kafka.start();
            publish(question("after", 1, EAR));
            awaitDone(service, 2);
        }
    }

    private ConfigurableApplicationContext service(String name) {
        return Replica.start(
                List.of(Known.class),
                kafka.bootstrapServers(),
                "consilium.search.directory=" + folder.resolve(name),
                "consilium.search.feed.discovery-interval=1s");
    }

    private static ProducerRecord<byte[], byte[]> question(String id, long version, String title) {
        return example(StateTopic.QUESTION, "minimal")
                .as(id, version)
                .titled(title)
                .published();
    }

    private void publish(ProducerRecord<byte[], byte[]> record) {
        try (Topics topics = new Topics(kafka.bootstrapServers())) {
            topics.publish(record);
        }
    }

    private static void awaitReady(ConfigurableApplicationContext service) {
        await().atMost(PATIENCE).until(() -> status(service).state() == VectorState.READY);
    }

    /** Until so many vectors are published, and nothing is left to do. */
    private static void awaitDone(ConfigurableApplicationContext service, int vectors) {
        await().atMost(PATIENCE).until(() -> published(service).all().size() >= vectors);
        await().atMost(PATIENCE)
                .until(() -> Long.valueOf(0).equals(status(service).backlog()));
        assertThat(published(service).all()).hasSize(vectors);
    }

    private static VectorStatus status(ConfigurableApplicationContext service) {
        return service.getBean(VectorProgress.class).status();
    }

    private static PublishedVectors published(ConfigurableApplicationContext service) {
        return service.getBean(PublishedVectors.class);
    }

    private static List<Change.Vectors> vectors(ConfigurableApplicationContext service) {
        return published(service).of(key("q"));
    }

    private static DocumentKey key(String id) {
        return new DocumentKey(DocumentType.QUESTION, id);
    }

    private static void assertNearer(
            ConfigurableApplicationContext service, Change.Vectors published, String title, String other) {
        assertThat(product(service, published, title)).isGreaterThan(product(service, published, other) + 0.05);
    }

    private static double product(ConfigurableApplicationContext service, Change.Vectors published, String text) {
        float[] asked = service.getBean(QueryVectors.class).ofText(text).orElseThrow();
        float[] stored = published.vectors().getFirst();
        return IntStream.range(0, asked.length)
                .mapToDouble(i -> asked[i] * stored[i])
                .sum();
    }

    @Configuration(proxyBeanMethods = false)
    static class Known {

        @Bean
        @Primary
        PublishedVectors publishedVectors(Environment environment, VectorTopic topic) {
            return new PublishedVectors(environment.getRequiredProperty("spring.kafka.bootstrap-servers"), topic);
        }
    }
}
