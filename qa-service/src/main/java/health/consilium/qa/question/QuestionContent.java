package health.consilium.qa.question;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked: clean text, topics by name, {@code addressedTo} a doctor's id. */
public record QuestionContent(
        String title,
        String text,
        @Nullable Asker asker,
        Subject subject,
        @Nullable Patient patient,
        @Nullable String addressedTo,
        @Nullable String specialty,
        List<String> topics,
        @Nullable LocalDate askedOn,
        @Nullable Source source,
        @Nullable String externalId) {

    QuestionContent with(Amendment amendment) {
        return new QuestionContent(
                amendment.title() == null ? title : amendment.title(),
                amendment.text() == null ? text : amendment.text(),
                asker(amendment.handle()),
                subject,
                patient,
                addressedTo,
                amendment.specialty() == null ? specialty : amendment.specialty(),
                amendment.topics() == null ? topics : amendment.topics(),
                askedOn,
                source,
                externalId);
    }

    private @Nullable Asker asker(@Nullable String handle) {
        if (handle == null) {
            return asker;
        }
        return asker == null ? new Asker(handle, null, null) : new Asker(handle, asker.ageBand(), asker.sex());
    }
}
