package health.consilium.qa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.defaults.outbox.Republisher;
import health.consilium.qa.SentMessages.Sent;
import health.consilium.qa.question.Change;
import health.consilium.qa.question.Questions;
import health.consilium.stack.test.Tokens;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class QuestionJourneyIT extends RunningService {

    @Autowired
    private Republisher republisher;

    @Autowired
    private Questions questions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

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
    void neverTellsWhichAccountAsked(CapturedOutput output) {
        Asked question = askInPublic("May I ask this without my name?", "oncology");
        answer(question, "You may.");
        JsonNode claims = claims(Tokens.of("member"));

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
    void answersAnUnchangedQuestionWithNothing() {
        Asked question = askInPublic("Is tap water fine for a baby?", "oncology");

        Reply again = get("front-end", question.path(), "If-None-Match", question.tag());

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(question.tag());
    }

    @Test
    void letsBrowsersKeepAQuestionAndAskWhetherItChanged() {
        Asked question = askInPublic("Must I load this again?", "oncology");

        Reply read = get("front-end", question.path());
        Reply again = get("front-end", question.path(), "If-None-Match", question.tag());

        assertThat(read.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
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

    @Test
    void sendsNothingOldAgainBehindAChangeThatWasUnderWay() throws InterruptedException {
        Asked question = askInPublic("Can an old snapshot overtake a new one?", "oncology");

        Thread republishing = Objects.requireNonNull(transaction.execute(status -> {
            questions.save(questions.lock(question.id()).touched(), Change.PUBLISHED);
            Thread waiting = Thread.ofPlatform().start(republisher::republishAll);
            await().until(this::somebodyWaitsForALock);
            return waiting;
        }));
        republishing.join();

        assertThat(messages(question, 3)).extracting(Sent::version).containsExactly(2L, 3L, 3L);
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }

    private String handle(Asked question) {
        return get("front-end", question.path()).json().at("/asker/handle").asString();
    }

    private static JsonNode claims(String token) {
        String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        return JSON.readTree(Base64.getUrlDecoder().decode(payload));
    }
}
