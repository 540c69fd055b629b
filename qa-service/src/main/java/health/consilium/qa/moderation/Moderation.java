package health.consilium.qa.moderation;

import health.consilium.defaults.web.EntityTags;
import health.consilium.qa.question.Amendment;
import health.consilium.qa.question.Handles;
import health.consilium.qa.question.Question;
import health.consilium.qa.question.QuestionView;
import health.consilium.qa.question.Questions;
import health.consilium.qa.question.Wording;
import health.consilium.qa.topic.Topic;
import health.consilium.qa.topic.Topics;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries out moderators' decisions and keeps a record of them. */
@Service
class Moderation {

    private final Questions questions;
    private final Topics topics;
    private final JdbcClient jdbc;

    Moderation(Questions questions, Topics topics, JdbcClient jdbc) {
        this.questions = questions;
        this.topics = topics;
        this.jdbc = jdbc;
    }

    @Transactional
    public QuestionView decide(UUID id, Decision decision, @Nullable String ifMatch, String moderator) {
        Action action = Action.labelled(decision.action());
        Wording wording = new Wording();
        String reason = wording.optionalLine("/reason", decision.reason(), 1000);
        Amendment amendment = amendment(decision, wording);
        if (action == Action.REDACT && amendment.isEmpty()) {
            wording.reject("/text", "or /title, /specialty, /topics, /handle is needed to redact");
        }
        wording.requireValid();
        Question question = questions.lock(id);
        EntityTags.requireCurrent(ifMatch, question.version());
        Question decided = decided(question, action, amendment, reason);
        if (decided.state().isPublic()) {
            topics.register(decided.content().topics().stream()
                    .map(name -> Topic.named(name, List.of()))
                    .toList());
        }
        questions.save(decided, action.change());
        record(decided, action, reason, moderator);
        return QuestionView.of(decided, wording.removed());
    }

    private static Question decided(Question question, Action action, Amendment amendment, @Nullable String reason) {
        return switch (action) {
            case PUBLISH -> question.published(amendment);
            case REDACT -> question.amended(amendment);
            case REJECT -> question.rejected(reason);
        };
    }

    private static Amendment amendment(Decision decision, Wording wording) {
        return new Amendment(
                decision.title() == null ? null : wording.line("/title", decision.title(), 5, 200),
                decision.text() == null ? null : wording.text("/text", decision.text(), 1, 10_000),
                wording.specialty("/specialty", decision.specialty()),
                decision.topics() == null ? null : wording.topics("/topics", decision.topics()),
                handle(decision.handle(), wording));
    }

    private static @Nullable String handle(@Nullable String given, Wording wording) {
        if (given == null) {
            return null;
        }
        return given.isBlank() ? Handles.random() : wording.line("/handle", given, 1, 40);
    }

    private void record(Question decided, Action action, @Nullable String reason, String moderator) {
        jdbc.sql("""
                        INSERT INTO moderation_decision (question_id, version, action, reason, moderator)
                        VALUES (:question, :version, :action, :reason, :moderator)""")
                .param("question", decided.id())
                .param("version", decided.version())
                .param("action", action.label())
                .param("reason", reason)
                .param("moderator", moderator)
                .update();
    }
}
