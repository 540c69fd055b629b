package health.consilium.search.message;

import health.consilium.search.index.Attributes;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.SearchDocument;
import health.consilium.search.index.SearchText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a search reads of a question's state; who asked is no part of it. */
record QuestionMessage(
        @Nullable String id,
        @Nullable String externalId,
        @Nullable String title,
        @Nullable String text,
        @Nullable String specialty,
        @Nullable List<Term> topics,
        @Nullable LocalDate askedOn,
        @Nullable String state,
        @Nullable List<Answer> answers,
        @Nullable List<Part> followUps,
        @Nullable Part moreInfo,
        @Nullable String language,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        @Nullable String status,
        @Nullable Long version)
        implements StateMessage {

    @Override
    public SearchDocument document(DocumentKey key, long version, Instant changedAt, JsonMapper json) {
        SearchText searched = new SearchText(
                Objects.requireNonNull(title),
                Term.namesAndSynonyms(topics),
                specialty == null ? List.of() : List.of(specialty),
                body(),
                List.of(),
                doctors(),
                null);
        Attributes attributes = new Attributes(
                externalId,
                null,
                specialty,
                List.of(),
                language,
                askedOn == null ? null : askedOn.getYear(),
                changed(changedAt),
                json.writeValueAsString(summary()));
        return new SearchDocument(key, version, searched, attributes);
    }

    private String body() {
        return Texts.joined(Stream.of(
                        Stream.of(text),
                        Texts.stream(answers).map(Answer::text),
                        Texts.stream(followUps).map(Part::text),
                        Stream.ofNullable(moreInfo).map(Part::text))
                .flatMap(part -> part));
    }

    private List<String> doctors() {
        return Texts.stream(answers)
                .map(Answer::doctor)
                .filter(Objects::nonNull)
                .map(Doctor::name)
                .filter(name -> !Texts.isBlank(name))
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private Instant changed(Instant otherwise) {
        if (updatedAt != null) {
            return updatedAt;
        }
        return publishedAt == null ? otherwise : publishedAt;
    }

    private Summary summary() {
        int count = answers == null ? 0 : answers.size();
        return new Summary(state, specialty, askedOn, count, doctors(), Term.names(topics));
    }

    record Answer(@Nullable Doctor doctor, @Nullable String text) {}

    record Doctor(@Nullable String name) {}

    record Part(@Nullable String text) {}

    record Summary(
            @Nullable String state,
            @Nullable String specialty,
            @Nullable LocalDate askedOn,
            int answerCount,
            List<String> doctors,
            List<String> topics) {}
}
