package health.consilium.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.acceptance.api.Api;
import health.consilium.acceptance.platform.Platform;
import health.consilium.acceptance.platform.RunningPlatform;
import health.consilium.acceptance.platform.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A platform that was just started has something to show, and says what it is. */
@RunningPlatform
@Order(0)
class SampleContentIT {
    private static final String NOTICE = "not medical advice";

    private final Api reader;

    SampleContentIT(Platform platform) {
        this.reader = platform.as(User.MEMBER);
    }

    @Test
    void hasADozenArticlesInATreeAndTwoPosts() {
        List<JsonNode> articles = items("/articles?limit=100");

        assertThat(articles).hasSize(14);
        assertThat(articles.stream().filter(article -> article.path("uri").isNull()))
                .hasSize(2);
        assertThat(items("/articles/heart/children")).hasSizeGreaterThan(1);
    }

    @Test
    void hasPapersAndAnsweredQuestionsOverSixSpecialties() {
        List<JsonNode> questions = items("/questions?state=answered&limit=100");

        Set<String> specialties = questions.stream()
                .map(question -> question.path("specialty").asString())
                .collect(Collectors.toSet());
        assertThat(items("/papers")).hasSize(3);
        assertThat(questions).hasSize(20);
        assertThat(specialties).hasSize(6);
    }

    @Test
    void saysInEachThatItIsNoMedicalAdvice() {
        List<String> shown = new ArrayList<>();
        items("/articles?limit=100").forEach(item -> shown.add(read("/articles/", item)));
        items("/questions?limit=100").forEach(item -> shown.add(read("/questions/", item)));
        items("/papers").forEach(item -> shown.add(read("/papers/", item)));

        assertThat(shown).hasSize(37).allMatch(document -> document.contains(NOTICE));
    }

    @Test
    void saysItInEachAnswerToo() {
        List<String> answers = items("/questions?limit=100").stream()
                .flatMap(item -> reader.get("/questions/" + item.path("id").asString())
                        .expect(200)
                        .json()
                        .path("answers")
                        .valueStream())
                .map(answer -> answer.path("text").asString())
                .toList();

        assertThat(answers).hasSize(24).allMatch(text -> text.contains(NOTICE));
    }

    /**
     * One page is still to be written, so that a report of missing links has something to report. Pages that came before
     * the one they link to show it once they were rendered again, shortly after.
     */
    @Test
    void hasOneMissingLinkAndNoOtherThatLeadsNowhere() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(leadingNowhere()).containsExactly("/mental-health/panic-attacks missing"));
    }

    private List<String> leadingNowhere() {
        return items("/articles?limit=100").stream()
                .flatMap(item -> items("/articles/" + item.path("id").asString() + "/links").stream())
                .filter(link ->
                        !Set.of("ok", "external").contains(link.path("status").asString()))
                .map(link ->
                        link.path("ref").asString() + " " + link.path("status").asString())
                .toList();
    }

    private List<JsonNode> items(String path) {
        return reader.get(path).expect(200).json().path("items").valueStream().toList();
    }

    private String read(String path, JsonNode item) {
        return reader.get(path + item.path("id").asString()).expect(200).body();
    }
}
