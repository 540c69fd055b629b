package health.consilium.qa.answer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer as its doctor sees it after writing; {@code version} is its question's, which the ETag is made of. */
record AnswerView(
        String id,
        String questionId,
        String doctorId,
        @Nullable String specialty,
        String text,
        @Nullable LocalDate repliedOn,
        int revision,
        List<String> removed,
        long version) {

    static AnswerView of(Answer answer, long version, List<String> removed) {
        return new AnswerView(
                answer.id().toString(),
                answer.questionId().toString(),
                answer.doctorId(),
                answer.specialty(),
                answer.text(),
                answer.repliedOn(),
                answer.revision(),
                removed,
                version);
    }
}
