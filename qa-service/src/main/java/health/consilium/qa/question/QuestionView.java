package health.consilium.qa.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question as its asker and the moderators see it; {@code removed} names markup taken out of what was sent. */
public record QuestionView(
        String id,
        String title,
        String text,
        @Nullable Asker asker,
        Subject subject,
        @Nullable Patient patient,
        @Nullable String addressedTo,
        @Nullable String specialty,
        List<String> topics,
        @Nullable LocalDate askedOn,
        QuestionState state,
        @Nullable String reason,
        List<String> removed,
        Instant submittedAt,
        long version) {

    /** The view of a question that nothing was just removed from. */
    public static QuestionView of(Question question) {
        return of(question, List.of());
    }

    /** The view of a question just written, with what was removed from it. */
    public static QuestionView of(Question question, List<String> removed) {
        QuestionContent content = question.content();
        return new QuestionView(
                question.id().toString(),
                content.title(),
                content.text(),
                content.asker(),
                content.subject(),
                content.patient(),
                content.addressedTo(),
                content.specialty(),
                content.topics(),
                content.askedOn(),
                question.state(),
                question.reason(),
                removed,
                question.createdAt(),
                question.version());
    }
}
