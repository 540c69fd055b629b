package health.consilium.qa.ingest;

import health.consilium.qa.answer.Answer;
import health.consilium.qa.doctor.Doctor;
import health.consilium.qa.question.ImportStamp;
import health.consilium.qa.question.MoreInfo;
import health.consilium.qa.question.QuestionContent;
import health.consilium.qa.topic.Topic;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One line of an upload, valid and clean; doctors are known by name only. */
record ParsedLine(
        ImportStamp stamp,
        QuestionContent content,
        List<Topic> topics,
        List<GivenAnswer> given,
        @Nullable Background background) {

    /** An answer whose doctor has a name. */
    record GivenAnswer(
            String doctor,
            @Nullable String specialty,
            String text,
            @Nullable LocalDate repliedOn) {}

    /** Background whose reviewer has a name. */
    record Background(
            String text,
            MoreInfo.Origin origin,
            @Nullable String model,
            @Nullable String reviewer) {}

    boolean isAnswered() {
        return !given.isEmpty();
    }

    /** Names each doctor this line mentions, with the specialties they answered in. */
    void eachDoctor(BiConsumer<String, Set<String>> consumer) {
        given.forEach(answer -> consumer.accept(
                answer.doctor(), answer.specialty() == null ? Set.of() : new TreeSet<>(Set.of(answer.specialty()))));
        if (background != null && background.reviewer() != null) {
            consumer.accept(background.reviewer(), Set.of());
        }
    }

    List<Answer> answers(UUID question, Map<String, Doctor> doctors) {
        return given.stream()
                .map(answer -> Answer.first(
                                question,
                                id(answer.doctor(), doctors),
                                answer.specialty(),
                                answer.text(),
                                answer.repliedOn())
                        .fromImport())
                .toList();
    }

    @Nullable
    MoreInfo moreInfo(Map<String, Doctor> doctors) {
        return background == null
                ? null
                : new MoreInfo(
                        background.text(),
                        background.origin(),
                        background.model(),
                        background.reviewer() == null ? null : id(background.reviewer(), doctors));
    }

    private static String id(String name, Map<String, Doctor> doctors) {
        return Objects.requireNonNull(doctors.get(name), "every doctor of a line was registered")
                .id();
    }
}
