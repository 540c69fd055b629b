package health.consilium.qa.ingest;

import com.fasterxml.jackson.annotation.JsonCreator;
import health.consilium.qa.question.Asker;
import health.consilium.qa.question.MoreInfo;
import health.consilium.qa.question.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of an upload as it was sent. */
record QuestionLine(
        @Nullable String id,
        @Nullable String title,
        @Nullable String text,
        @Nullable Asker asker,
        @Nullable String specialty,
        @Nullable List<@Nullable TopicLine> topics,
        @Nullable LocalDate askedOn,
        @Nullable List<@Nullable AnswerLine> answers,
        @Nullable MoreInfoLine moreInfo,
        @Nullable Source source) {

    /** A topic: a bare name, or a name with synonyms. */
    record TopicLine(@Nullable String name, @Nullable List<@Nullable String> synonyms) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        TopicLine {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static TopicLine bare(String name) {
            return new TopicLine(name, List.of());
        }
    }

    /** A doctor's answer. */
    record AnswerLine(
            @Nullable DoctorLine doctor,
            @Nullable String specialty,
            @Nullable String text,
            @Nullable LocalDate repliedOn) {}

    /** A doctor by name. */
    record DoctorLine(@Nullable String name) {}

    /** Background with who reviewed it. */
    record MoreInfoLine(
            @Nullable String text,
            MoreInfo.@Nullable Origin origin,
            @Nullable String model,
            @Nullable DoctorLine reviewedBy) {}
}
