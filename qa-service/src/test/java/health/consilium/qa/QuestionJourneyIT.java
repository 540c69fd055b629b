package health.consilium.qa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.defaults.outbox.Republisher;
import health.consilium.qa.SentMessages.Sent;
import health.consilium.qa.doctor.Doctors;
import health.consilium.stack.test.Tokens;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class QuestionJourneyIT extends RunningService {

    private static final String TOPIC = "consilium.qa.question.state.v1";

    @Autowired
    private Republisher republisher;

    @Autowired
    private Doctors doctors;

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Test
    void answersAQuestionForEveryoneToRead() {
        Asked question = askInPublic("Is a mole that itches dangerous?", "oncology");

        Reply answered = answer(question, "Have it looked at within two weeks.");
        Reply read = get("front-end", question.path());

        assertThat(answered.status()).isEqualTo(201);
        assertThat(answered.header("Change-Token")).isNotBlank();
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo(answered.header("ETag"));
        assertThat(read.json().path("state").asString()).isEqualTo("answered");
        assertThat(read.json().at("/answers/0/text").asString()).isEqualTo("Have it looked at within two weeks.");
        assertThat(read.json().at("/answers/0/doctor/id").asString()).isEqualTo("dr-demo");
        assertThat(Contract.violations("question.schema.json", read.bytes())).isEmpty();
    }

    @Test
    void sendsWhatItServesInTheOrderOfVersions() {
        Asked question = askInPublic("How long does a cold last?", "cardiology");
        byte[] published = get("front-end", question.path()).bytes();
        answer(question, "About a week.");
        byte[] answered = get("front-end", question.path()).bytes();

        List<Sent> sent = messages(question, 2);

        assertThat(sent).extracting(Sent::type).containsExactly("question.published", "question.answered");
        assertThat(sent).extracting(Sent::version).containsExactly(2L, 3L);
        assertThat(sent.get(0).data()).isEqualTo(published);
        assertThat(sent.get(1).data()).isEqualTo(answered);
        assertThat(Contract.violations("question.schema.json", published)).isEmpty();
    }

    @Test
    void sendsCloudEvents() {
        Asked question = askInPublic("Do I need a tetanus booster?", "oncology");

        Sent sent = messages(question, 1).getFirst();

        assertThat(sent.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/consilium/qa")
                .containsEntry("ce_subject", question.id().toString())
                .containsEntry("ce_dataschema", "/contracts/question.schema.json")
                .containsEntry("partitionkey", question.id().toString())
                .containsKeys("ce_id", "ce_time", "traceparent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"front-end", "member", "doctor", "editor", "reviewer", "moderator", "ops"})
    void showsNobodyAnUnmoderatedQuestion(String user) {
        Asked question = ask("Is my neighbour's cough catching?", "oncology");

        Reply read = get(user, question.path());
        Reply listed = get(user, "/api/v1/questions?limit=100");

        assertThat(read.status()).isEqualTo(404);
        assertThat(new String(listed.bytes(), UTF_8))
                .doesNotContain(question.id().toString());
        assertThat(answer(question, "No.").status()).isEqualTo(404);
    }

    @Test
    void showsAskersTheirOwnQuestionsAndModeratorsTheQueue() {
        Asked question = ask("Can I fly with a slipped disc?", "oncology");

        JsonNode mine = get("member", "/api/v1/me/questions").json();

        assertThat(mine.at("/items/0/id").asString()).isEqualTo(question.id().toString());
        assertThat(mine.at("/items/0/state").asString()).isEqualTo("submitted");
        assertThat(queue()).contains(question.id().toString());
        assertThat(get("doctor", "/api/v1/moderation/queue").status()).isEqualTo(403);
    }

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
    void neverTellsWhichAccountAsked(CapturedOutput output) {
        Asked question = askInPublic("May I ask this without my name?", "oncology");
        answer(question, "You may.");
        JsonNode claims =
                JSON.readTree(Base64.getUrlDecoder().decode(Tokens.of("member").split("\\.")[1]));

        List<Sent> sent = messages(question, 2);
        Stream<String> seen = Stream.concat(
                Stream.of(
                        new String(get("front-end", question.path()).bytes(), UTF_8),
                        new String(
                                get("front-end", "/api/v1/questions?limit=100").bytes(), UTF_8),
                        output.getAll()),
                sent.stream().map(message -> message.text() + message.headers()));

        assertThat(seen)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(claims.path("sub").asString())
                        .doesNotContain("member@consilium.example"));
    }

    @Test
    void givesTwoQuestionsOfAnAccountHandlesThatCannotBeJoined() {
        Asked one = askInPublic("Which pillow is best for my neck?", "oncology");
        Asked other = askInPublic("Which mattress is best for my back?", "oncology");

        assertThat(handle(one)).startsWith("asker-").isNotEqualTo(handle(other));
    }

    @Test
    void withdrawsARejectedQuestionWithASnapshotAndATombstone() {
        Asked question = askInPublic("Buy my miracle cure?", "oncology");

        Reply rejected = moderate(question, Map.of("action", "reject", "reason", "advertising"));

        assertThat(rejected.json().path("state").asString()).isEqualTo("withdrawn");
        assertThat(get("front-end", question.path()).status()).isEqualTo(410);
        assertThat(new String(get("front-end", "/api/v1/questions?limit=100").bytes(), UTF_8))
                .doesNotContain(question.id().toString());
        List<Sent> sent = messages(question, 3);
        assertThat(sent)
                .extracting(Sent::type)
                .containsExactly("question.published", "question.withdrawn", "question.withdrawn");
        assertThat(sent).extracting(Sent::version).containsExactly(2L, 3L, 3L);
        assertThat(JSON.readTree(sent.get(1).text()).path("status").asString()).isEqualTo("withdrawn");
        assertThat(Contract.violations("question.schema.json", sent.get(1).data()))
                .isEmpty();
        assertThat(sent.get(2).data()).isNull();
    }

    @Test
    void tellsTheAskerWhyAQuestionWasRejected() {
        Asked question = ask("Lorem ipsum dolor sit amet?", "oncology");

        moderate(question, Map.of("action", "reject", "reason", "not a question"));

        JsonNode mine = get("member", "/api/v1/me/questions").json().at("/items/0");
        assertThat(mine.path("state").asString()).isEqualTo("rejected");
        assertThat(mine.path("reason").asString()).isEqualTo("not a question");
        assertThat(get("member", question.path()).status()).isEqualTo(404);
    }

    @Test
    void redactsBeforeAndAfterPublication() {
        Asked question = ask("My name is Jo Example, is this bad?", "oncology");

        Reply before = moderate(question, Map.of("action", "redact", "title", "Is this bad?"));
        Reply published = moderate(new Asked(question.id(), before.version()), Map.of("action", "publish"));
        Reply after = moderate(
                new Asked(question.id(), published.version()), Map.of("action", "redact", "text", "Redacted."));

        JsonNode read = get("front-end", question.path()).json();
        assertThat(before.json().path("state").asString()).isEqualTo("submitted");
        assertThat(read.path("title").asString()).isEqualTo("Is this bad?");
        assertThat(read.path("text").asString()).isEqualTo("Redacted.");
        assertThat(read.path("version").asLong()).isEqualTo(after.version()).isEqualTo(4);
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
    void answersAnUnchangedQuestionWithNothing() {
        Asked question = askInPublic("Is tap water fine for a baby?", "oncology");

        Reply again = get("front-end", question.path(), "If-None-Match", question.tag());

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(question.tag());
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
    void sendsEverySnapshotAgainWhenTheLogWasLost() {
        Asked question = askInPublic("Is this message lost?", "oncology");
        Asked withdrawn = askInPublic("Is that message lost?", "oncology");
        moderate(withdrawn, Map.of("action", "reject"));

        republisher.republishAll();

        assertThat(messages(question, 2)).extracting(Sent::version).containsExactly(2L, 2L);
        assertThat(messages(withdrawn, 5)).extracting(Sent::version).containsExactly(2L, 3L, 3L, 3L, 3L);
        assertThat(messages(withdrawn, 5).getLast().data()).isNull();
    }

    private List<Sent> messages(Asked question, int count) {
        return SentMessages.await(brokers, TOPIC, question.id().toString(), count);
    }

    private String handle(Asked question) {
        return get("front-end", question.path()).json().at("/asker/handle").asString();
    }

    private List<String> queue() {
        JsonNode page = get("moderator", "/api/v1/moderation/queue?limit=100").json();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("id").asString())
                .toList();
    }
}
