package health.consilium.search.message;

import health.consilium.search.index.Attributes;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.SearchDocument;
import health.consilium.search.index.SearchText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a search reads of an article's state. */
record ArticleMessage(
        @Nullable String id,
        @Nullable String uri,
        @Nullable String kind,
        @Nullable String type,
        @Nullable String title,
        @Nullable String surtitle,
        @Nullable String description,
        @Nullable String language,
        @Nullable List<Contributor> contributors,
        @Nullable List<Term> classifications,
        @Nullable String body,
        @Nullable List<Heading> outline,
        @Nullable Instant updatedAt,
        @Nullable String status,
        @Nullable Long version)
        implements StateMessage {

    @Override
    public SearchDocument document(DocumentKey key, long version, Instant changedAt, JsonMapper json) {
        Instant changed = updatedAt == null ? changedAt : updatedAt;
        SearchText text = new SearchText(
                Objects.requireNonNull(title),
                Term.namesAndSynonyms(classifications),
                headings(),
                Texts.ofHtml(body),
                authors(),
                List.of(),
                null);
        Attributes attributes = new Attributes(
                null,
                uri,
                null,
                Term.ids(classifications),
                language,
                changed.atZone(ZoneOffset.UTC).getYear(),
                changed,
                json.writeValueAsString(new Summary(kind, type, surtitle, description, authors())));
        return new SearchDocument(key, version, text, attributes);
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>();
        if (surtitle != null) {
            headings.add(surtitle);
        }
        if (description != null) {
            headings.add(description);
        }
        headings.addAll(Texts.each(outline, Heading::title));
        return headings;
    }

    private List<String> authors() {
        return Texts.stream(contributors)
                .filter(contributor -> "author".equals(contributor.role()) && !Texts.isBlank(contributor.name()))
                .map(contributor -> Objects.requireNonNull(contributor.name()))
                .toList();
    }

    record Contributor(@Nullable String role, @Nullable String name) {}

    record Heading(@Nullable String title) {}

    record Summary(
            @Nullable String kind,
            @Nullable String type,
            @Nullable String surtitle,
            @Nullable String description,
            List<String> authors) {}
}
