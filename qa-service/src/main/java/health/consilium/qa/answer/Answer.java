package health.consilium.qa.answer;

import health.consilium.qa.question.Uuids;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A doctor's answer; {@code revision} rises with each correction. */
public record Answer(
        UUID id,
        UUID questionId,
        String doctorId,
        @Nullable String specialty,
        String text,
        @Nullable LocalDate repliedOn,
        int revision,
        boolean imported) {

    /** An answer nobody has read yet. */
    public static Answer first(
            UUID questionId, String doctorId, @Nullable String specialty, String text, @Nullable LocalDate repliedOn) {
        return new Answer(Uuids.next(), questionId, doctorId, specialty, text, repliedOn, 1, false);
    }

    /** The same answer, marked as coming from an import. */
    public Answer fromImport() {
        return new Answer(id, questionId, doctorId, specialty, text, repliedOn, revision, true);
    }

    Answer corrected(String correction) {
        return new Answer(id, questionId, doctorId, specialty, correction, repliedOn, revision + 1, imported);
    }

    Answer reimported(Answer latest) {
        int next = latest.text().equals(text) ? revision : revision + 1;
        return new Answer(
                id, questionId, doctorId, latest.specialty(), latest.text(), latest.repliedOn(), next, imported);
    }
}
