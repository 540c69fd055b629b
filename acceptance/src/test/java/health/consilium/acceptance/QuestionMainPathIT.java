package health.consilium.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.acceptance.api.Answer;
import health.consilium.acceptance.api.Api;
import health.consilium.acceptance.api.Consultation;
import health.consilium.acceptance.api.Editorial;
import health.consilium.acceptance.platform.Platform;
import health.consilium.acceptance.platform.RunningPlatform;
import health.consilium.acceptance.platform.User;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** A question's way, step by step, from who asked to everybody who searches. */
@RunningPlatform
@Order(1)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuestionMainPathIT {
    private static final Map<String, Object> QUESTION = Map.of(
            "title", "How long must a feathermoss bandage stay on?",
            "text", "My knee was dressed with feathermoss on Monday. When may I take it off?",
            "asker", Map.of("handle", "harbour-light", "ageBand", "30-39", "sex", "female"),
            "subject", "self",
            "specialty", "oncology",
            "topics", new String[] {"Dressings"});

    private final Platform platform;
    private final Api reader;
    private final Consultation consultation;
    private String id = "";
    private String etag = "";

    QuestionMainPathIT(Platform platform) {
        this.platform = platform;
        this.reader = platform.asFrontEnd();
        this.consultation =
                new Consultation(platform.as(User.MEMBER), platform.as(User.MODERATOR), platform.as(User.DOCTOR));
    }

    @Test
    @Order(1)
    void keepsANewQuestionFromEverybodyButItsAskerAndTheModerators() {
        Answer asked = consultation.ask(QUESTION);

        id = asked.json().path("id").asString();
        etag = asked.etag();
        reader.get("/questions/" + id).expectProblem(404, "not-found");
        consultation.doctor().get("/questions/" + id).expectProblem(404, "not-found");
        assertThat(ids(consultation.member().get("/me/questions?limit=100"))).contains(id);
        assertThat(ids(consultation.moderator().get("/moderation/queue?limit=100")))
                .contains(id);
    }

    @Test
    @Order(2)
    void takesNoAnswerBeforeItIsPublished() {
        consultation.answer(id, "Too early.").expect(404);
    }

    @Test
    @Order(3)
    void publishesItOnceAModeratorAgrees() {
        Answer published = consultation
                .moderator()
                .post("/questions/" + id + "/moderation", Map.of("action", "publish"), "If-Match", etag)
                .expect(200);

        Answer read = reader.get("/questions/" + id).expect(200);
        assertThat(read.json().path("state").asString()).isEqualTo("published");
        assertThat(read.json().path("asker").path("handle").asString()).isEqualTo("harbour-light");
        assertThat(search(published, "feathermoss")
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    @Order(4)
    void neverTellsWhichAccountAsked() {
        String account = platform.accounts().claims(User.MEMBER).path("sub").asString();

        String served = reader.get("/questions/" + id).body()
                + reader.get("/search?q=feathermoss").body();

        assertThat(served).doesNotContain(account, "member@");
    }

    @Test
    @Order(5)
    void refusesADoctorOfAnotherSpecialty() {
        Answer elsewhere = consultation.published(
                Map.of("title", "Is a feathermoss rash common?", "text", "It itches.", "specialty", "dermatology"));

        consultation.answer(elsewhere.json().path("id").asString(), "No.").expectProblem(403, "forbidden");
    }

    @Test
    @Order(6)
    void showsTheAnswerOfADoctorOfTheSpecialty() {
        Answer answered =
                consultation.answer(id, "Three days; keep the wobblestone dry.").expect(201);

        JsonNode question = reader.get("/questions/" + id).expect(200).json();
        JsonNode answer = question.path("answers").path(0);
        assertThat(question.path("state").asString()).isEqualTo("answered");
        assertThat(answer.path("doctor").path("id").asString()).isEqualTo("dr-demo");
        assertThat(answer.path("text").asString()).startsWith("Three days");
        assertThat(search(answered, "wobblestone")
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    @Order(7)
    void ranksArticlesAndQuestionsInOneList() {
        Answer article = new Editorial(platform.as(User.EDITOR), platform.as(User.REVIEWER))
                .published(Map.of("title", "Living with feathermoss", "body", "<p>What feathermoss does.</p>"));

        JsonNode items = search(article, "feathermoss").path("items");

        assertThat(items.valueStream().map(item -> item.path("type").asString()))
                .contains("article", "question");
        assertThat(items.valueStream().map(item -> -item.path("score").asDouble()))
                .isSorted();
    }

    @Test
    @Order(8)
    void filtersByTypeAndSpecialty() {
        JsonNode found = reader.get("/search?q=feathermoss&type=question&specialty=dermatology")
                .expect(200)
                .json();

        assertThat(found.path("items")
                        .valueStream()
                        .map(item -> item.path("title").asString()))
                .containsExactly("Is a feathermoss rash common?");
    }

    private JsonNode search(Answer written, String words) {
        JsonNode found = reader.get("/search?q=%s&after=%s".formatted(words, Api.encoded(written.changeToken())))
                .expect(200)
                .json();
        assertThat(found.path("included").asBoolean())
                .as("the write is in the search")
                .isTrue();
        return found;
    }

    private static Iterable<String> ids(Answer list) {
        return list.expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
