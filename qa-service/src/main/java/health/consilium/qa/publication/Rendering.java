package health.consilium.qa.publication;

import health.consilium.qa.answer.Answer;
import health.consilium.qa.publication.PublishedQuestion.Named;
import health.consilium.qa.publication.PublishedQuestion.PublishedAnswer;
import health.consilium.qa.publication.PublishedQuestion.PublishedMoreInfo;
import health.consilium.qa.publication.PublishedQuestion.PublishedTopic;
import health.consilium.qa.question.MoreInfo;
import health.consilium.qa.question.Question;
import health.consilium.qa.question.QuestionContent;
import health.consilium.qa.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A question with everything its published form is made of; {@code doctors} are names by id. */
public record Rendering(Question question, List<Answer> answers, List<Topic> topics, Map<String, String> doctors) {

    PublishedQuestion published() {
        QuestionContent content = question.content();
        return new PublishedQuestion(
                question.id().toString(),
                content.externalId(),
                content.title(),
                content.text(),
                content.asker(),
                content.subject(),
                content.patient(),
                doctor(content.addressedTo()),
                content.specialty(),
                topics.stream()
                        .map(topic -> new PublishedTopic(topic.id(), topic.name(), topic.synonyms()))
                        .toList(),
                content.askedOn(),
                question.state(),
                answers.stream().map(this::answer).toList(),
                List.of(),
                moreInfo(question.moreInfo()),
                List.of(),
                List.of(),
                content.source(),
                Objects.requireNonNull(question.publishedAt(), "a public question was published"),
                question.updatedAt(),
                question.version());
    }

    private PublishedAnswer answer(Answer answer) {
        return new PublishedAnswer(
                answer.id().toString(),
                named(answer.doctorId()),
                answer.specialty(),
                answer.text(),
                answer.repliedOn(),
                0,
                0,
                answer.revision());
    }

    private @Nullable PublishedMoreInfo moreInfo(@Nullable MoreInfo background) {
        return background == null || !background.isPublic()
                ? null
                : new PublishedMoreInfo(
                        background.text(), background.origin(), background.model(), doctor(background.reviewedBy()));
    }

    private @Nullable Named doctor(@Nullable String id) {
        return id == null ? null : named(id);
    }

    private Named named(String id) {
        return new Named(id, doctors.getOrDefault(id, id));
    }
}
