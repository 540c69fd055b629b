package health.consilium.search;

import static health.consilium.search.message.StateRecords.example;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.defaults.web.ChangeToken;
import health.consilium.search.message.StateRecords;
import health.consilium.search.message.StateTopic;
import health.consilium.stack.test.RealServers;
import health.consilium.stack.test.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@RealServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@DirtiesContext
class SearchIT {

    @TempDir
    static Path folder;

    @Autowired
    RestTestClient client;

    @Value("${spring.kafka.bootstrap-servers}")
    String servers;

    private Topics topics;

    @DynamicPropertySource
    static void keepTheIndexAside(DynamicPropertyRegistry properties) {
        properties.add("consilium.search.directory", () -> folder.resolve("index"));
        // words alone: what a model finds alike is not what these tests are about
        properties.add("consilium.search.vectors.enabled", () -> false);
    }

    @BeforeEach
    void createTopicsAfterTheServiceStarted() {
        topics = new Topics(servers);
        topics.create();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.get()
                                .uri("/actuator/health/readiness")
                                .exchange()
                                .returnResult(String.class)
                                .getStatus()
                                .is2xxSuccessful()
                        && partitions() == 9);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void findsWhatTheServicesPublish() {
        for (StateTopic topic : StateTopic.values()) {
            topics.publish(example(topic, "full").as("full-" + topic, 1).published());
            topics.publish(example(topic, "minimal").as("minimal-" + topic, 1).published());
        }

        assertThat(idsOf("?q=cooling", token("paper", "minimal-PAPER", 1))).contains("minimal-PAPER", "full-PAPER");
        assertThat(idsOf("?q=burns", token("article", "full-ARTICLE", 1))).contains("full-ARTICLE");
        assertThat(idsOf("?q=nosebleed", token("article", "minimal-ARTICLE", 1)))
                .contains("minimal-ARTICLE");
        assertThat(idsOf("?q=blister&type=question", token("question", "minimal-QUESTION", 1)))
                .contains("minimal-QUESTION");
        assertThat(idsOf("?q=sprained%20ankle&specialty=orthopaedics", token("question", "full-QUESTION", 1)))
                .contains("full-QUESTION");
    }

    @Test
    void showsAResultAsTheContractSays() {
        topics.publish(example(StateTopic.QUESTION, "full")
                .as("shape", 1)
                .titled("Zygomatic shape")
                .published());

        JsonNode found = found("?q=zygomatic%20pain&facets=specialty", token("question", "shape", 1));

        JsonNode item = found.path("items").path(0);
        assertThat(item.path("type").asString()).isEqualTo("question");
        assertThat(item.path("externalId").asString()).isEqualTo("example-2");
        assertThat(item.path("uri").isNull()).isTrue();
        assertThat(item.path("matchedOn").valueStream().map(JsonNode::asString)).containsExactly("title", "body");
        assertThat(highlighted(item)).containsExactly("pain");
        assertThat(item.path("summary").path("state").asString()).isEqualTo("answered");
        assertThat(found.path("total").path("relation").asString()).isEqualTo("eq");
        assertThat(found.path("facets").path("specialty").path(0).path("value").asString())
                .isEqualTo("orthopaedics");
        assertThat(found.path("freshness")
                        .valueStream()
                        .map(source -> source.path("source").asString()))
                .containsExactly("content", "qa");
        assertThat(found.path("included").asBoolean()).isTrue();
        assertThat(found.path("expandedTerms").isEmpty()).isTrue();
        assertThat(found.path("didYouMean").isNull()).isTrue();
    }

    @Test
    void toleratesFieldsItDoesNotKnow() {
        topics.publish(example(StateTopic.ARTICLE, "full")
                .withUnknownField()
                .as("unknown-field", 1)
                .published());

        assertThat(idsOf("?q=burns", token("article", "unknown-field", 1))).contains("unknown-field");
    }

    @Test
    void showsOnlyTheLatestVersionOnce() {
        StateRecords article = example(StateTopic.ARTICLE, "full");
        topics.publish(article.as("versions", 2).titled("Quokka second").published());
        topics.publish(article.as("versions", 3).titled("Quokka third").published());
        topics.publish(article.as("versions", 2).titled("Quokka second").published());
        topics.publish(article.as("versions", 3).titled("Quokka third").published());

        JsonNode found = found("?q=quokka", token("article", "versions", 3));

        assertThat(found.path("items").size()).isEqualTo(1);
        assertThat(found.path("items").path(0).path("title").asString()).isEqualTo("Quokka third");
    }

    @Test
    void forgetsWhatIsWithdrawnForGood() {
        StateRecords published = example(StateTopic.QUESTION, "full").as("withdrawn", 6);
        StateRecords withdrawn = example(StateTopic.QUESTION, "withdrawn").as("withdrawn", 7);
        topics.publish(published.titled("Axolotl question").published());
        assertThat(idsOf("?q=axolotl", token("question", "withdrawn", 6))).containsExactly("withdrawn");

        topics.publish(withdrawn.published());
        topics.publish(withdrawn.publishedTombstone());
        topics.publish(published.titled("Axolotl question").published());

        JsonNode after = found("?q=axolotl", token("question", "withdrawn", 7));
        assertThat(after.path("included").asBoolean()).isTrue();
        assertThat(after.path("items").isEmpty()).isTrue();
    }

    @Test
    void putsUnreadableMessagesAsideAndGoesOn() {
        StateRecords article = example(StateTopic.ARTICLE, "full").as("poison", 1);
        topics.publish(article.data("{\"id\":\"poison\",\"title\":").published());
        topics.publish(article.as("poison", 2).titled("Readable again").published());

        assertThat(idsOf("?q=readable", token("article", "poison", 2))).contains("poison");
        ConsumerRecord<byte[], byte[]> letter =
                topics.read(StateTopic.ARTICLE.topic() + ".search.dlt").getFirst();
        assertThat(new String(letter.key(), UTF_8)).isEqualTo("poison");
        assertThat(new String(letter.value(), UTF_8)).isEqualTo("{\"id\":\"poison\",\"title\":");
        assertThat(header(letter, "ce_id")).isEqualTo("poison-1");
        assertThat(header(letter, "dlt-topic")).isEqualTo(StateTopic.ARTICLE.topic());
        assertThat(header(letter, "dlt-reason")).contains("JSON");
    }

    @Test
    void putsEvenTheLargestUnreadableMessageAside() {
        StateRecords paper = example(StateTopic.PAPER, "full").as("large", 1);
        byte[] noise = new byte[10 << 20];
        new Random(7).nextBytes(noise);
        topics.publish(paper.data(new String(noise, ISO_8859_1)).published());
        topics.publish(paper.as("large", 2).titled("Large but readable").published());

        assertThat(idsOf("?q=readable&type=paper", token("paper", "large", 2))).contains("large");
        ConsumerRecord<byte[], byte[]> letter =
                topics.read(StateTopic.PAPER.topic() + ".search.dlt").getFirst();
        assertThat(new String(letter.key(), UTF_8)).isEqualTo("large");
        assertThat(letter.value()).hasSizeGreaterThan(10 << 20);
    }

    @Test
    void answersAThousandExclusions() {
        assertThat(found("?q=" + "-a+".repeat(1_100), null)
                        .path("total")
                        .path("relation")
                        .asString())
                .isEqualTo("eq");
    }

    @Test
    void refusesTheCursorOfAnotherSearch() {
        for (int number = 0; number < 2; number++) {
            topics.publish(example(StateTopic.ARTICLE, "minimal")
                    .as("cursor-" + number, 1)
                    .titled("Tapir")
                    .published());
        }
        String cursor = found("?q=tapir&limit=1", token("article", "cursor-1", 1))
                .path("next")
                .asString();

        client.get()
                .uri("/api/v1/search?q=capybara&limit=1&cursor=" + cursor)
                .header("Authorization", "Bearer " + Tokens.ofFrontEnd())
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void waitsForAChangeThatIsStillToCome() {
        StateRecords article =
                example(StateTopic.ARTICLE, "full").as("to-come", 1).titled("Narwhal");
        Thread publishing = Thread.ofVirtual().unstarted(() -> {
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            topics.publish(article.published());
        });

        publishing.start();

        assertThat(idsOf("?q=narwhal", token("article", "to-come", 1))).containsExactly("to-come");
    }

    @Test
    void saysWhenAChangeIsNotIncluded() {
        JsonNode found = found("?q=narwhal", token("article", "never-published", 1));

        assertThat(found.path("included").asBoolean(true)).isFalse();
    }

    @Test
    void pagesToTheEnd() {
        for (int number = 0; number < 25; number++) {
            topics.send(example(StateTopic.ARTICLE, "minimal")
                    .as("page-" + number, 1)
                    .titled("Okapi")
                    .published());
        }
        topics.publish(example(StateTopic.ARTICLE, "minimal")
                .as("page-last", 1)
                .titled("Okapi")
                .published());
        await().until(() -> found("?q=okapi", null).path("total").path("value").asInt() == 26);
        List<String> ids = new ArrayList<>();
        String cursor = "";

        while (!cursor.equals("null")) {
            JsonNode page = found("?q=okapi&limit=10&cursor=" + cursor, null);
            ids.addAll(ids(page));
            cursor = page.path("next").asString("null");
        }

        assertThat(ids).hasSize(26).doesNotHaveDuplicates();
    }

    @Test
    void reportsItsStatus() {
        JsonNode status = get("/api/v1/search/status");

        assertThat(status.path("engine").asString()).startsWith("lucene");
        assertThat(status.path("caughtUp").asBoolean()).isTrue();
        assertThat(status.path("documents").has("question")).isTrue();
        assertThat(status.path("sources").path(0).path("partitions").path(0).has("end"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "?type=leaflet,                     type",
        "?sort=best,                        sort",
        "?facets=colour,                    facets",
        "?year=soon,                        year",
        "?limit=0,                          limit",
        "?limit=101,                        limit",
        "?limit=many,                       limit",
        "?after=yesterday,                  after",
        "?cursor=forged,                    cursor"
    })
    void explainsWhatIsWrongWithAParameter(String parameters, String parameter) {
        JsonNode problem = Objects.requireNonNull(client.get()
                .uri("/api/v1/search" + parameters)
                .header("Authorization", "Bearer " + Tokens.ofFrontEnd())
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());

        assertThat(problem.path("errors").path(0).path("parameter").asString()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/search", "/api/v1/search/status"})
    void asksForAToken(String path) {
        client.get().uri(path).exchange().expectStatus().isUnauthorized();
    }

    private long partitions() {
        return get("/api/v1/search/status")
                .path("sources")
                .valueStream()
                .mapToLong(source -> source.path("partitions").size())
                .sum();
    }

    private List<String> idsOf(String parameters, String after) {
        return ids(found(parameters, after));
    }

    private static List<String> ids(JsonNode found) {
        return found.path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private JsonNode found(String parameters, @Nullable String after) {
        return get("/api/v1/search" + parameters + (after == null ? "" : "&after=" + after));
    }

    private JsonNode get(String uri) {
        return Objects.requireNonNull(client.get()
                .uri(URI.create(uri))
                .header("Authorization", "Bearer " + Tokens.ofFrontEnd())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    private static List<String> highlighted(JsonNode item) {
        String excerpt = item.path("excerpt").asString();
        return item.path("highlights")
                .valueStream()
                .map(span -> excerpt.substring(
                        span.path("start").asInt(), span.path("end").asInt()))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static String token(String type, String id, long version) {
        return new ChangeToken(type, id, version).encode();
    }
}
