package health.consilium.qa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.qa.SentMessages.Sent;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ModerationIT extends RunningService {

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
    void replacesAHandleThatTellsTooMuch() {
        Asked question = askInPublic("Can everyone read my name?", "oncology");

        Reply named = moderate(question, Map.of("action", "redact", "handle", "a patient"));
        Reply random = moderate(new Asked(question.id(), named.version()), Map.of("action", "redact", "handle", " "));

        assertThat(named.json().at("/asker/handle").asString()).isEqualTo("a patient");
        assertThat(random.json().at("/asker/handle").asString()).startsWith("asker-");
        assertThat(get("front-end", question.path()).json().path("asker"))
                .isEqualTo(random.json().path("asker"));
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

    private List<String> queue() {
        JsonNode page = get("moderator", "/api/v1/moderation/queue?limit=100").json();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("id").asString())
                .toList();
    }
}
