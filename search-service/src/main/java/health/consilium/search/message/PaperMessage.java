package health.consilium.search.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.consilium.search.index.Attributes;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.SearchDocument;
import health.consilium.search.index.SearchText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a search reads of a paper's state. */
record PaperMessage(
        @Nullable String id,
        @Nullable String doi,
        @Nullable String title,
        @Nullable List<Author> authors,
        @Nullable Journal journal,
        @Nullable Published publishedOn,
        @JsonProperty("abstract") @Nullable String text,
        @Nullable List<String> fields,
        @Nullable List<Localized> localized,
        @Nullable String language,
        @Nullable Instant updatedAt,
        @Nullable String status,
        @Nullable Long version)
        implements StateMessage {

    @Override
    public SearchDocument document(DocumentKey key, long version, Instant changedAt, JsonMapper json) {
        SearchText searched = new SearchText(
                Objects.requireNonNull(title),
                Texts.each(fields, field -> field),
                headings(),
                Texts.joined(Stream.concat(
                        Stream.of(Texts.ofHtml(text)),
                        Texts.stream(localized).map(local -> Texts.ofHtml(local.text())))),
                names(),
                List.of(),
                doi == null ? null : doi.toLowerCase(Locale.ROOT));
        LocalDate date = publishedOn == null ? null : publishedOn.date();
        Attributes attributes = new Attributes(
                null,
                null,
                null,
                List.of(),
                language,
                date == null ? null : date.getYear(),
                updatedAt == null ? changedAt : updatedAt,
                json.writeValueAsString(new Summary(doi, journalName(), names(), publishedOn)));
        return new SearchDocument(key, version, searched, attributes);
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>(Texts.each(localized, Localized::title));
        if (journalName() != null) {
            headings.add(journalName());
        }
        return headings;
    }

    private @Nullable String journalName() {
        return journal == null ? null : journal.name();
    }

    private List<String> names() {
        return Texts.each(
                Texts.stream(authors)
                        .sorted(Comparator.comparingInt(Author::order))
                        .toList(),
                Author::name);
    }

    record Author(@Nullable String name, int order) {}

    record Journal(@Nullable String name) {}

    record Published(@Nullable LocalDate date, @Nullable String precision) {}

    record Localized(
            @Nullable String title,
            @JsonProperty("abstract") @Nullable String text) {}

    record Summary(
            @Nullable String doi,
            @Nullable String journal,
            List<String> authors,
            @Nullable Published publishedOn) {}
}
