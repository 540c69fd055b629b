package health.consilium.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.vocabulary.Expansion;
import health.consilium.search.vocabulary.Vocabularies;
import health.consilium.stack.test.RealServers;
import health.consilium.stack.test.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@RealServers
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "consilium.search.synonyms.topic=test.synonyms.http")
@AutoConfigureRestTestClient
@DirtiesContext
class SynonymsIT {

    private static final String PATH = "/api/v1/search/synonyms";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    @TempDir
    static Path folder;

    @Autowired
    RestTestClient client;

    @Autowired
    Vocabularies vocabularies;

    @DynamicPropertySource
    static void keepTheIndexAside(DynamicPropertyRegistry properties) {
        properties.add("consilium.search.directory", () -> folder.resolve("index"));
    }

    @BeforeEach
    void startFromTheStarterSet() {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            String tag = Objects.requireNonNull(get("application/json")
                    .returnResult(String.class)
                    .getResponseHeaders()
                    .getETag());
            return request(HttpMethod.DELETE, tag)
                    .exchange()
                    .returnResult(Void.class)
                    .getStatus()
                    .is2xxSuccessful();
        });
    }

    @Test
    void servesTheStarterSetUntilItIsReplaced() {
        JsonNode synonyms = json(get("application/json"));

        assertThat(synonyms.path("origin").asString()).isEqualTo("starter");
        assertThat(synonyms.path("counts").path("rules").asInt()).isGreaterThan(300);
        assertThat(synonyms.path("rules").size())
                .isEqualTo(synonyms.path("counts").path("rules").asInt());
        assertThat(expansions("heart attack")).isNotEmpty();
    }

    @Test
    void usesASetAsSoonAsItIsAccepted() {
        ResponseSpec answer =
                put(MediaType.TEXT_PLAIN, null, "# ours\nzebra cough, whooping cough\nZC => zebra cough\n");

        JsonNode changed = json(answer.expectStatus().isOk());
        assertThat(changed.path("counts").path("rules").asInt()).isEqualTo(2);
        assertThat(changed.path("origin").asString()).isEqualTo("custom");
        assertThat(expansions("zebra cough")).containsExactly(List.of("whooping cough"));
        assertThat(expansions("heart attack")).isEmpty();
    }

    @Test
    void answersInEachForm() {
        put(MediaType.TEXT_PLAIN, null, "a1, b1, c1\nd1 => e1\n").expectStatus().isOk();

        assertThat(text(get("*/*"), MediaType.TEXT_PLAIN)).isEqualTo("a1, b1, c1\nd1 => e1\n");
        assertThat(text(get("text/csv"), CSV))
                .isEqualTo("term,synonym,direction\na1,b1,both\na1,c1,both\nb1,c1,both\nd1,e1,one-way\n");
        JsonNode rules = json(get("text/csv;q=0.5, application/json")).path("rules");
        assertThat(rules.path(0).path("terms").size()).isEqualTo(3);
        assertThat(rules.path(1).path("as").path(0).asString()).isEqualTo("e1");
        get("text/html").expectStatus().isEqualTo(406);
    }

    @Test
    void takesCsvInAnyCharset() {
        byte[] latin = "term,synonym\nMénière,Schwindel\n".getBytes(ISO_8859_1);

        request(HttpMethod.PUT, null)
                .contentType(MediaType.parseMediaType("text/csv;charset=ISO-8859-1"))
                .body(latin)
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(expansions("meniere")).containsExactly(List.of("Schwindel"));
        request(HttpMethod.PUT, "*")
                .contentType(CSV)
                .body(latin)
                .exchange()
                .expectStatus()
                .isBadRequest();
        put(CSV, "*", "\uFEFFterm,synonym\nMénière,vertigo\n").expectStatus().isOk();
    }

    @Test
    void asksForTheVersionThatIsReplaced() {
        String first = tag(put(MediaType.TEXT_PLAIN, null, "a, b"));

        put(MediaType.TEXT_PLAIN, null, "c, d").expectStatus().isEqualTo(428);
        String second =
                tag(put(MediaType.TEXT_PLAIN, first, "c, d").expectStatus().isOk());
        put(MediaType.TEXT_PLAIN, first, "e, f")
                .expectStatus()
                .isEqualTo(412)
                .expectHeader()
                .valueEquals("ETag", second);
        request(HttpMethod.DELETE, null).exchange().expectStatus().isEqualTo(428);

        assertThat(second).isNotEqualTo(first);
        request(HttpMethod.GET, null)
                .header("If-None-Match", second)
                .exchange()
                .expectStatus()
                .isEqualTo(304);
        request(HttpMethod.DELETE, second).exchange().expectStatus().isNoContent();
        assertThat(json(get("application/json")).path("origin").asString()).isEqualTo("starter");
        assertThat(expansions("heart attack")).isNotEmpty();
    }

    @Test
    void changesNothingUnlessEveryLineIsGood() {
        JsonNode problem = json(put(MediaType.TEXT_PLAIN, null, "fine, good\nalone\n!, ?\n")
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType("application/problem+json"));

        assertThat(problem.path("errors").path(0).path("pointer").asString()).isEqualTo("/lines/2");
        assertThat(problem.path("errors").path(0).path("detail").asString())
                .isEqualTo("Line 2 has a term without a synonym.");
        assertThat(problem.path("errors").size()).isEqualTo(2);
        assertThat(problem.path("invalidLines").asInt()).isEqualTo(2);
        assertThat(expansions("fine")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text/plain, '# nothing', 400", "text/plain, '', 400", "application/json, '[]', 415"})
    void refusesWhatHasNoSynonyms(String type, String body, int status) {
        put(MediaType.parseMediaType(type), null, body).expectStatus().isEqualTo(status);
    }

    @Test
    void takesThousandsOfPairsWithinASecond() {
        StringBuilder pairs = new StringBuilder("term,synonym\n");
        for (int number = 0; number < 7_200; number++) {
            pairs.append("Abnormality of the part number %1$d,\"Odd part, %1$d\"\n".formatted(number));
        }

        long started = System.nanoTime();
        JsonNode changed = json(put(CSV, null, pairs.toString()).expectStatus().isOk());
        Duration taken = Duration.ofNanos(System.nanoTime() - started);

        assertThat(changed.path("counts").path("terms").asInt()).isEqualTo(14_400);
        assertThat(taken).isLessThan(Duration.ofSeconds(3));
        assertThat(expansions("odd part 7199")).containsExactly(List.of("Abnormality of the part number 7199"));
    }

    @ParameterizedTest
    @CsvSource({"GET", "PUT", "DELETE"})
    void isForOperatorsOnly(String method) {
        client.method(HttpMethod.valueOf(method))
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        client.method(HttpMethod.valueOf(method))
                .uri(PATH)
                .header("Authorization", "Bearer " + Tokens.of("editor"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private List<List<String>> expansions(String query) {
        return vocabularies.current().expand(List.of(query.split(" "))).stream()
                .map(Expansion::as)
                .toList();
    }

    private ResponseSpec put(MediaType type, @Nullable String ifMatch, String body) {
        return request(HttpMethod.PUT, ifMatch)
                .contentType(type)
                .body(body.getBytes(UTF_8))
                .exchange();
    }

    private ResponseSpec get(String accept) {
        return request(HttpMethod.GET, null).header("Accept", accept).exchange();
    }

    private RestTestClient.RequestBodySpec request(HttpMethod method, @Nullable String ifMatch) {
        var request = client.method(method).uri(PATH).header("Authorization", "Bearer " + Tokens.of("ops"));
        return ifMatch == null ? request : request.header("If-Match", ifMatch);
    }

    private static String tag(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.returnResult(String.class).getResponseHeaders().getETag());
    }

    private static String text(ResponseSpec answer, MediaType type) {
        return new String(
                Objects.requireNonNull(answer.expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentTypeCompatibleWith(type)
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()),
                UTF_8);
    }

    private static JsonNode json(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
