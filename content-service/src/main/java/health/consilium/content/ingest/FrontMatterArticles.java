package health.consilium.content.ingest;

import health.consilium.content.article.Article.Origin;
import health.consilium.content.article.ArticleBody;
import health.consilium.content.article.ArticleContent;
import health.consilium.content.article.ArticleId;
import health.consilium.content.article.ArticleKind;
import health.consilium.content.article.Authorship;
import health.consilium.content.article.Classification;
import health.consilium.content.article.Moments;
import health.consilium.content.article.PageUri;
import health.consilium.content.article.Source;
import health.consilium.content.paper.Fingerprint;
import health.consilium.defaults.imports.ImportRecord;
import health.consilium.defaults.imports.RecordHandler.Rejected;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads documents with front matter as articles: those with a uri are pages, the others posts. */
final class FrontMatterArticles {

    /** Raised when the same document is to be read differently, so that importing it again takes effect. */
    private static final byte[] READING = {1};

    private static final int LONGEST_BODY = 1_000_000;

    private FrontMatterArticles() {}

    static ImportedArticle read(ImportRecord document, Instant now) {
        var matter = FrontMatter.parse(document.content());
        String title = required(matter, "title");
        String uri = uri(matter);
        if (matter.body().length() > LONGEST_BODY) {
            throw new Rejected("has a body of more than %d characters".formatted(LONGEST_BODY));
        }
        ArticleBody body = ArticleBody.clean(matter.body());
        Instant updatedAt = Objects.requireNonNullElse(instant(matter, "updated_at"), now);
        return new ImportedArticle(
                id(matter, uri, title),
                matter.text("id") != null,
                uri == null ? ArticleKind.POST : ArticleKind.PAGE,
                uri,
                content(matter, title, body),
                body,
                Objects.requireNonNullElse(instant(matter, "created_at"), updatedAt),
                updatedAt,
                new Origin(document.name(), Fingerprint.of(READING, document.content())));
    }

    private static ArticleContent content(FrontMatter matter, String title, ArticleBody body) {
        return new ArticleContent(
                title,
                matter.text("type"),
                matter.text("surtitle"),
                matter.text("description"),
                Objects.requireNonNullElse(matter.text("language"), "en"),
                order(matter),
                "true".equals(matter.text("hide")) || "true".equals(matter.text("hidden")),
                matter.texts("authorship").stream()
                        .flatMap(byline -> Authorship.parse(byline).stream())
                        .toList(),
                classifications(matter),
                body.html(),
                date(matter, "last_reviewed_on"),
                date(matter, "review_due_on"),
                source(matter),
                matter.text("sponsor_disclosure"),
                matter.text("further_reading_uri"),
                matter.text("redirect_uri"));
    }

    private static String required(FrontMatter matter, String field) {
        String text = matter.text(field);
        if (text == null) {
            throw new Rejected("has no %s".formatted(field));
        }
        return text;
    }

    private static @Nullable String uri(FrontMatter matter) {
        String uri = matter.text("uri");
        if (uri != null && !PageUri.isValid(uri)) {
            throw new Rejected("the uri '%s' %s".formatted(uri, PageUri.RULE));
        }
        return uri;
    }

    private static String id(FrontMatter matter, @Nullable String uri, String title) {
        String own = matter.text("id");
        String id = own == null ? ArticleId.derived(uri, title) : own;
        if (!ArticleId.isValid(id)) {
            throw new Rejected(
                    own == null
                            ? "has no id, and '%s' cannot be one; give it an id".formatted(id)
                            : "the id '%s' %s".formatted(id, ArticleId.RULE));
        }
        return id;
    }

    private static int order(FrontMatter matter) {
        String order = matter.text("order");
        try {
            return order == null ? 0 : Integer.parseInt(order);
        } catch (NumberFormatException invalid) {
            throw new Rejected("the order '%s' is not a whole number".formatted(order));
        }
    }

    private static List<Classification> classifications(FrontMatter matter) {
        var names = matter.texts("classifications").isEmpty()
                ? matter.texts("classification")
                : matter.texts("classifications");
        return names.stream().map(Classification::named).toList();
    }

    private static @Nullable Source source(FrontMatter matter) {
        String name = matter.text("source");
        return name == null ? null : new Source(name, matter.text("source_url"), matter.text("source_licence"));
    }

    private static @Nullable Instant instant(FrontMatter matter, String field) {
        String text = matter.text(field);
        try {
            return text == null ? null : instant(text);
        } catch (DateTimeException invalid) {
            throw new Rejected("%s '%s' is not a time such as 2020-01-31T08:00:00Z".formatted(field, text));
        }
    }

    private static Instant instant(String text) {
        Instant instant = text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        if (!Moments.isOrdinary(instant)) {
            throw new DateTimeException("not a year of four digits");
        }
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable LocalDate date(FrontMatter matter, String field) {
        String text = matter.text(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException invalid) {
            throw new Rejected("%s '%s' is not a date such as 2020-01-31".formatted(field, text));
        }
    }
}
