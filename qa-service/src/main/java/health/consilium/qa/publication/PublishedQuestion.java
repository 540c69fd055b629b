package health.consilium.qa.publication;

import health.consilium.qa.question.Asker;
import health.consilium.qa.question.MoreInfo;
import health.consilium.qa.question.Patient;
import health.consilium.qa.question.QuestionState;
import health.consilium.qa.question.Source;
import health.consilium.qa.question.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question as everyone reads it and as its events carry it. */
record PublishedQuestion(
        String id,
        @Nullable String externalId,
        String title,
        String text,
        @Nullable Asker asker,
        Subject subject,
        @Nullable Patient patient,
        @Nullable Named addressedTo,
        @Nullable String specialty,
        List<PublishedTopic> topics,
        @Nullable LocalDate askedOn,
        QuestionState state,
        List<PublishedAnswer> answers,
        List<FollowUp> followUps,
        @Nullable PublishedMoreInfo moreInfo,
        List<SimilarQuestion> similar,
        List<RelatedFaq> relatedFaq,
        @Nullable Source source,
        Instant publishedAt,
        Instant updatedAt,
        long version) {

    /** A doctor or topic with the name to show. */
    record Named(String id, String name) {}

    /** A topic with the other words for it. */
    record PublishedTopic(String id, String name, List<String> synonyms) {}

    /** An answer with who gave it. */
    record PublishedAnswer(
            String id,
            Named doctor,
            @Nullable String specialty,
            String text,
            @Nullable LocalDate repliedOn,
            int agreements,
            int helpful,
            int revision) {}

    /** What the asker added later. */
    record FollowUp(String id, String text, @Nullable LocalDate askedOn) {}

    /** Background with where it comes from. */
    record PublishedMoreInfo(
            String text,
            MoreInfo.Origin origin,
            @Nullable String model,
            @Nullable Named reviewedBy) {}

    /** Another question about the same. */
    record SimilarQuestion(
            String id,
            String title,
            @Nullable String excerpt,
            @Nullable Named doctor,
            @Nullable String specialty,
            @Nullable String answerExcerpt,
            boolean truncated) {}

    /** A list of frequent questions worth a look. */
    record RelatedFaq(@Nullable Named topic, @Nullable String specialty) {}
}
