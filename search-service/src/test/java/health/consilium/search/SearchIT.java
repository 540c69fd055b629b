package health.consilium.search;

import static health.consilium.search.message.StateRecords.example;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.message.StateRecords;
import health.consilium.search.message.StateTopic;
import health.consilium.stack.test.RealServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@RealServers
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@DirtiesContext
class SearchIT extends SearchOverHttp {

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void keepTheIndexAside(DynamicPropertyRegistry properties) {
        properties.add("consilium.search.directory", () -> folder.resolve("index"));
        // words alone: what a model finds alike is not what these tests are about
        properties.add("consilium.search.vectors.enabled", () -> false);
    }

    @Override
    String engine() {
        return "lucene";
    }

    @Test
    void showsAResultAsTheContractSays() {
        topics.publish(example(StateTopic.QUESTION, "full")
                .as("shape", 1)
                .titled("Zygomatic shape")
                .published());

        JsonNode found = search().foundAfter("?q=zygomatic%20pain&facets=specialty", "question", "shape", 1);

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

        assertThat(search().idsAfter("?q=burns", "article", "unknown-field", 1)).contains("unknown-field");
    }

    @Test
    void showsOnlyTheLatestVersionOnce() {
        StateRecords article = example(StateTopic.ARTICLE, "full");
        topics.publish(article.as("versions", 2).titled("Quokka second").published());
        topics.publish(article.as("versions", 3).titled("Quokka third").published());
        topics.publish(article.as("versions", 2).titled("Quokka second").published());
        topics.publish(article.as("versions", 3).titled("Quokka third").published());

        JsonNode found = search().foundAfter("?q=quokka", "article", "versions", 3);

        assertThat(found.path("items").size()).isEqualTo(1);
        assertThat(found.path("items").path(0).path("title").asString()).isEqualTo("Quokka third");
    }

    @Test
    void putsUnreadableMessagesAsideAndGoesOn() {
        StateRecords article = example(StateTopic.ARTICLE, "full").as("poison", 1);
        topics.publish(article.data("{\"id\":\"poison\",\"title\":").published());
        topics.publish(article.as("poison", 2).titled("Readable again").published());

        assertThat(search().idsAfter("?q=readable", "article", "poison", 2)).contains("poison");
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

        assertThat(search().idsAfter("?q=readable&type=paper", "paper", "large", 2))
                .contains("large");
        ConsumerRecord<byte[], byte[]> letter =
                topics.read(StateTopic.PAPER.topic() + ".search.dlt").getFirst();
        assertThat(new String(letter.key(), UTF_8)).isEqualTo("large");
        assertThat(letter.value()).hasSizeGreaterThan(10 << 20);
    }

    @Test
    void answersAThousandExclusions() {
        assertThat(search().found("?q=" + "-a+".repeat(1_100))
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
        String cursor = search().foundAfter("?q=tapir&limit=1", "article", "cursor-1", 1)
                .path("next")
                .asString();

        search().ask("?q=capybara&limit=1&cursor=" + cursor).expectStatus().isBadRequest();
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

        assertThat(search().idsAfter("?q=narwhal", "article", "to-come", 1)).containsExactly("to-come");
    }

    @Test
    void saysWhenAChangeIsNotIncluded() {
        JsonNode found = search().foundAfter("?q=narwhal", "article", "never-published", 1);

        assertThat(found.path("included").asBoolean(true)).isFalse();
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
        JsonNode problem = Objects.requireNonNull(search().ask(parameters)
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
        search().http().get().uri(path).exchange().expectStatus().isUnauthorized();
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
}
