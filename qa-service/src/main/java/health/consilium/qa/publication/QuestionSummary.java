package health.consilium.qa.publication;

import health.consilium.qa.publication.PublishedQuestion.Named;
import health.consilium.qa.publication.PublishedQuestion.PublishedAnswer;
import health.consilium.qa.question.QuestionState;
import health.consilium.qa.text.Excerpt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A published question in a list; {@code doctor} and {@code answerExcerpt} are of its first answer. */
record QuestionSummary(
        String id,
        @Nullable String externalId,
        String title,
        String excerpt,
        boolean truncated,
        @Nullable String specialty,
        List<Named> topics,
        @Nullable LocalDate askedOn,
        QuestionState state,
        int answers,
        @Nullable Named doctor,
        @Nullable String answerExcerpt,
        Instant publishedAt,
        Instant updatedAt,
        long version) {

    static QuestionSummary of(PublishedQuestion question) {
        Excerpt excerpt = Excerpt.of(question.text());
        PublishedAnswer first =
                question.answers().isEmpty() ? null : question.answers().getFirst();
        return new QuestionSummary(
                question.id(),
                question.externalId(),
                question.title(),
                excerpt.text(),
                excerpt.truncated(),
                question.specialty(),
                question.topics().stream()
                        .map(topic -> new Named(topic.id(), topic.name()))
                        .toList(),
                question.askedOn(),
                question.state(),
                question.answers().size(),
                first == null ? null : first.doctor(),
                first == null ? null : Excerpt.of(first.text()).text(),
                question.publishedAt(),
                question.updatedAt(),
                question.version());
    }
}
