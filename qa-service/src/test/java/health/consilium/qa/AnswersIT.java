package health.consilium.qa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.qa.SentMessages.Sent;
import health.consilium.qa.doctor.Doctors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class AnswersIT extends RunningService {

    @Autowired
    private Doctors doctors;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void refusesADoctorOfAnotherSpecialty() {
        Asked question = askInPublic("What helps against dandruff?", "dermatology");

        Reply refused = answer(question, "A shampoo.");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("/problems/forbidden");
        assertThat(get("front-end", question.path()).json().path("answers")).isEmpty();
    }

    @Test
    void letsAnyDoctorAnswerAQuestionWithoutASpecialty() {
        Asked question = askInPublic("Is decaf coffee healthy?", "");

        assertThat(answer(question, "In moderation.").status()).isEqualTo(201);
    }

    @Test
    void showsACorrectedAnswerAsARevision() {
        Asked question = askInPublic("How much water should I drink?", "cardiology");
        Reply answer = answer(question, "Two litres a day.");
        String path = "/api/v1/answers/" + answer.json().path("id").asString();

        Reply corrected =
                send("doctor", HttpMethod.PATCH, path, Map.of("text", "One and a half."), "If-Match", answer.tag());

        JsonNode read = get("front-end", question.path()).json();
        assertThat(corrected.status()).isEqualTo(200);
        assertThat(read.at("/answers/0/text").asString()).isEqualTo("One and a half.");
        assertThat(read.at("/answers/0/revision").asInt()).isEqualTo(2);
        assertThat(messages(question, 3).getLast().type()).isEqualTo("question.answer-revised");
    }

    @Test
    void refusesACorrectionOnceTheQuestionBelongsToAnotherSpecialty() {
        Asked question = askInPublic("Is this rash from my heart pills?", "cardiology");
        Reply answer = answer(question, "It may be.");
        Reply moved = moderate(
                new Asked(question.id(), answer.version()), Map.of("action", "redact", "specialty", "dermatology"));
        String path = "/api/v1/answers/" + answer.json().path("id").asString();

        Reply refused = send("doctor", HttpMethod.PATCH, path, Map.of("text", "No."), "If-Match", moved.tag());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("specialty").asString()).isEqualTo("dermatology");
    }

    @Test
    void pointsToWhereAnAnswerIsRead() {
        Asked question = askInPublic("Where is my answer?", "cardiology");

        Reply answer = answer(question, "Here.");

        assertThat(answer.header("Location")).isEqualTo(question.path());
    }

    @Test
    void keepsBothOfTwoAnswersGivenAtOnce() {
        Asked question = askInPublic("Should I run with a cold?", "cardiology");

        List<Reply> replies = Stream.of("Rather not.", "Wait for a week.")
                .map(text -> CompletableFuture.supplyAsync(() -> answer(question, text)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(Set.copyOf(replies.stream().map(Reply::version).toList())).containsExactlyInAnyOrder(3L, 4L);
        assertThat(get("front-end", question.path()).json().path("answers")).hasSize(2);
        assertThat(messages(question, 3)).extracting(Sent::version).containsExactly(2L, 3L, 4L);
    }

    @Test
    void publishesMachineTextOnlyOnceADoctorReviewedIt() {
        Asked question = askInPublic("What is a stent?", "cardiology");
        Map<String, String> text = Map.of("text", "A small tube.", "origin", "machine", "model", "m-1");

        Reply written = send("editor", HttpMethod.PUT, question.path() + "/more-info", text);
        JsonNode before = get("front-end", question.path()).json().path("moreInfo");
        Reply vouched = send(
                "doctor",
                HttpMethod.PUT,
                question.path() + "/more-info",
                Map.of("text", "A small tube.", "origin", "machine", "model", "m-1", "reviewedBy", "dr-demo"),
                "If-Match",
                written.tag());

        assertThat(written.status()).isEqualTo(200);
        assertThat(before.isNull()).isTrue();
        assertThat(vouched.status()).isEqualTo(200);
        assertThat(get("front-end", question.path())
                        .json()
                        .at("/moreInfo/reviewedBy/id")
                        .asString())
                .isEqualTo("dr-demo");
    }

    @Test
    void letsNobodyVouchForAnotherDoctor() {
        Asked question = askInPublic("What is a bypass?", "cardiology");
        Map<String, String> text = Map.of("text", "A detour.", "origin", "machine", "reviewedBy", "dr-demo");

        assertThat(send("editor", HttpMethod.PUT, question.path() + "/more-info", text)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void rendersADoctorsQuestionsAgainUnderANewName() {
        Asked question = askInPublic("Who will answer me?", "cardiology");
        answer(question, "I will.");

        doctors.present("dr-demo", "Dr Renamed " + question.version(), List.of("cardiology", "oncology"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("front-end", question.path())
                                .json()
                                .at("/answers/0/doctor/name")
                                .asString())
                        .startsWith("Dr Renamed"));
    }

    @Test
    void rendersOtherQuestionsWhileOneCannotBeRendered() {
        Asked broken = askInPublic("Can I be rendered?", "cardiology");
        Asked question = askInPublic("Must I wait for the broken one?", "cardiology");
        answer(question, "No.");
        jdbc.sql("UPDATE question SET published_at = NULL WHERE id = ?")
                .param(broken.id())
                .update();
        jdbc.sql("INSERT INTO question_refresh VALUES (?, '2020-01-01')")
                .param(broken.id())
                .update();

        doctors.present("dr-demo", "Dr Unblocked " + question.id(), List.of("cardiology", "oncology"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("front-end", question.path())
                                .json()
                                .at("/answers/0/doctor/name")
                                .asString())
                        .startsWith("Dr Unblocked"));
        jdbc.sql("UPDATE question SET published_at = created_at WHERE id = ?")
                .param(broken.id())
                .update();
    }
}
