package health.consilium.search;

import static health.consilium.search.message.StateRecords.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.message.StateTopic;
import health.consilium.stack.test.RealServers;
import health.consilium.stack.test.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@RealServers
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "consilium.search.vectors.enabled=false",
            "consilium.search.rebuilds.topic=test.rebuilds",
            "consilium.search.rebuilds.replica=first"
        })
@AutoConfigureRestTestClient
@DirtiesContext
class RebuildIT {

    private static final String PATH = "/api/v1/search/rebuilds";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int DOCUMENTS = 200;
    private static final Executor BESIDE = work -> Thread.ofPlatform().start(work);

    @TempDir
    static Path folder;

    @Autowired
    RestTestClient client;

    @Autowired
    SearchIndex index;

    @Autowired
    Environment environment;

    private Topics topics;

    @DynamicPropertySource
    static void keepTheIndexAside(DynamicPropertyRegistry properties) {
        properties.add("consilium.search.directory", () -> folder.resolve("first"));
    }

    @BeforeEach
    void publish() {
        topics = new Topics(environment.getRequiredProperty("spring.kafka.bootstrap-servers"));
        topics.create();
        update(1);
        awaitVersion(index, 1);
        await().atMost(PATIENCE).until(() -> list().path("items").valueStream().noneMatch(RebuildIT::isActive));
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void rebuildsAllReplicasWhileSearchesAndUpdatesGoOn() {
        try (ConfigurableApplicationContext second = replica("second")) {
            awaitVersion(second.getBean(SearchIndex.class), 1);
            AtomicBoolean goOn = new AtomicBoolean(true);
            var searches = CompletableFuture.supplyAsync(() -> searches(goOn), BESIDE);
            var updates = CompletableFuture.supplyAsync(() -> updates(goOn), BESIDE);

            JsonNode asked = json(request(HttpMethod.POST, "ops")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(202)
                    .expectHeader()
                    .valueMatches("Location", PATH + "/.+"));
            request(HttpMethod.POST, "ops").exchange().expectStatus().isEqualTo(409);
            String id = asked.path("id").asString();
            awaitDone(id, 2);
            goOn.set(false);

            assertThat(searches.join()).isPositive();
            long version = updates.join();
            awaitVersion(index, version);
            awaitVersion(second.getBean(SearchIndex.class), version);
            assertThat(json(search()).path("total").path("value").asInt()).isEqualTo(DOCUMENTS);
            assertThat(list().path("items").path(0).path("id").asString()).isEqualTo(id);
        }
    }

    @Test
    void goesOnWithARebuildAfterARestart() {
        String id;
        try (ConfigurableApplicationContext second = replica("restarted")) {
            awaitVersion(second.getBean(SearchIndex.class), 1);
            id = json(request(HttpMethod.POST, "ops").exchange()).path("id").asString();
        }

        try (ConfigurableApplicationContext second = replica("restarted")) {
            awaitDone(id, 2);
            awaitVersion(second.getBean(SearchIndex.class), 1);
        }
    }

    @Test
    void rebuildsAnIndexThatWasMadeOtherwiseByItself() {
        try (ConfigurableApplicationContext older = replica("older", OlderRecipe.class)) {
            awaitVersion(older.getBean(SearchIndex.class), 1);
        }

        try (ConfigurableApplicationContext newer = replica("older")) {
            SearchIndex itsIndex = newer.getBean(SearchIndex.class);
            IndexRecipe recipe = newer.getBean(IndexRecipe.class);
            assertThat(itsIndex.visibleVersion(key(0))).isPositive();
            await().atMost(PATIENCE).until(() -> itsIndex.origin().recipe().equals(recipe));

            awaitVersion(itsIndex, 1);
            await().atMost(PATIENCE)
                    .until(() -> list().path("items").valueStream().anyMatch(RebuildIT::isOwnAndDone));
        }
    }

    @Test
    void isForOperatorsOnly() {
        request(HttpMethod.POST, "editor").exchange().expectStatus().isForbidden();
        request(HttpMethod.GET, "editor").exchange().expectStatus().isForbidden();
        client.get().uri(PATH + "/" + key(0).id()).exchange().expectStatus().isUnauthorized();
    }

    private int searches(AtomicBoolean goOn) {
        int count = 0;
        while (goOn.get()) {
            search().expectStatus().isOk();
            count++;
        }
        return count;
    }

    private long updates(AtomicBoolean goOn) {
        long version = 1;
        while (goOn.get()) {
            version++;
            for (int number = 0; number < DOCUMENTS; number++) {
                topics.publish(state(number, version));
            }
        }
        return version;
    }

    private void update(long version) {
        IntStream.range(0, DOCUMENTS).forEach(number -> topics.send(state(number, version)));
        topics.flush();
    }

    private static ProducerRecord<byte[], byte[]> state(int number, long version) {
        return example(StateTopic.ARTICLE, "minimal")
                .as(key(number).id(), version)
                .titled("rebuildable")
                .published();
    }

    private ResponseSpec search() {
        return client.get()
                .uri("/api/v1/search?q=rebuildable&type=article&mode=lexical")
                .header("Authorization", "Bearer " + Tokens.of("member"))
                .exchange();
    }

    private void awaitDone(String id, int replicas) {
        await().atMost(PATIENCE).until(() -> {
            JsonNode rebuild = json(client.get()
                    .uri(PATH + "/" + id)
                    .header("Authorization", "Bearer " + Tokens.of("ops"))
                    .exchange());
            return rebuild.path("state").asString().equals("done")
                    && rebuild.path("replicas").size() >= replicas;
        });
    }

    private static void awaitVersion(SearchIndex index, long version) {
        await().atMost(PATIENCE)
                .until(() ->
                        IntStream.range(0, DOCUMENTS).allMatch(number -> index.visibleVersion(key(number)) >= version));
    }

    private static boolean isActive(JsonNode rebuild) {
        return rebuild.path("replicas")
                        .valueStream()
                        .anyMatch(replica -> replica.path("replica").asString().equals("first")
                                && replica.path("state").asString().matches("waiting|running"))
                || rebuild.path("replicas").isEmpty();
    }

    private static boolean isOwnAndDone(JsonNode rebuild) {
        return rebuild.path("reason").asString().equals("analysis")
                && rebuild.path("state").asString().equals("done");
    }

    private JsonNode list() {
        return json(request(HttpMethod.GET, "ops").exchange());
    }

    private RestTestClient.RequestBodySpec request(HttpMethod method, String role) {
        return client.method(method).uri(PATH).header("Authorization", "Bearer " + Tokens.of(role));
    }

    private static JsonNode json(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    private static DocumentKey key(int number) {
        return new DocumentKey(DocumentType.ARTICLE, "rebuild-" + number);
    }

    private ConfigurableApplicationContext replica(String name, Class<?>... more) {
        return Replica.start(
                List.of(more),
                environment.getRequiredProperty("spring.kafka.bootstrap-servers"),
                "consilium.search.directory=" + folder.resolve(name),
                "consilium.search.vectors.enabled=false",
                "consilium.search.rebuilds.topic=test.rebuilds",
                "consilium.search.rebuilds.replica=" + name);
    }

    static class OlderRecipe {

        @Bean
        @Primary
        IndexRecipe olderRecipe() {
            return new IndexRecipe("older", null);
        }
    }
}
