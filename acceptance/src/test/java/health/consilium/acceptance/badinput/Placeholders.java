package health.consilium.acceptance.badinput;

import health.consilium.acceptance.api.Answer;
import health.consilium.acceptance.api.Api;
import health.consilium.acceptance.api.Consultation;
import health.consilium.acceptance.api.Editorial;
import health.consilium.acceptance.platform.Platform;
import health.consilium.acceptance.platform.User;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the table's {@code {names}} stand for: things made for it, and {@code {x*100}} for a hundred x. */
final class Placeholders {
    private static final Pattern NAME = Pattern.compile("\\{([-+A-Za-z]+)(?:\\*(\\d+))?}");

    private final Map<String, String> values = new HashMap<>();

    Placeholders(Platform platform) {
        Api editor = platform.as(User.EDITOR);
        values.put("uuid", UUID.randomUUID().toString());
        values.put("member", platform.accounts().token(User.MEMBER));
        articles(new Editorial(editor, platform.as(User.REVIEWER)));
        questions(new Consultation(platform.as(User.MEMBER), platform.as(User.MODERATOR), platform.as(User.DOCTOR)));
        String key = UUID.randomUUID().toString();
        editor.post("/articles", Map.of("title", "Made with a key"), "Idempotency-Key", key)
                .expect(201);
        values.put("usedKey", key);
        values.put(
                "articlesCursor",
                editor.get("/articles?limit=1").json().path("next").asString());
    }

    private void articles(Editorial editorial) {
        String id = "bad-input-" + UUID.randomUUID();
        Answer published = editorial.published(Map.of("id", id, "uri", id, "title", "A page", "body", "<p>Text.</p>"));
        values.put("articleId", id);
        values.put("articleETag", published.etag());
        Answer withdrawn = editorial.published(Map.of("title", "Soon gone", "body", "<p>Text.</p>"));
        String gone = withdrawn.json().path("id").asString();
        editorial
                .editor()
                .delete("/articles/" + gone + "/publication", "If-Match", withdrawn.etag())
                .expect(204);
        values.put("withdrawnId", gone);
        Editorial.Draft draft = editorial.draft(Map.of("title", "A draft", "body", "<p>Text.</p>"));
        values.put("draftId", draft.id());
        values.put("draftETag", draft.etag());
    }

    private void questions(Consultation consultation) {
        Map<String, String> question = Map.of("title", "A question?", "text", "Words.", "specialty", "oncology");
        Answer waiting = consultation.ask(question);
        values.put("newQuestionId", waiting.json().path("id").asString());
        values.put("newQuestionETag", waiting.etag());
        values.put(
                "questionId", consultation.published(question).json().path("id").asString());
    }

    String fill(String text) {
        return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2))));
    }

    private String value(String name, @org.jspecify.annotations.Nullable String times) {
        return times == null
                ? Objects.requireNonNull(values.get(name), () -> "no placeholder " + name)
                : name.repeat(Integer.parseInt(times));
    }
}
