package health.consilium.content.paper;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a paper; unknown is {@code null}. */
public record Paper(
        @Nullable String doi,
        String title,
        List<Author> authors,
        @Nullable Journal journal,
        @Nullable PublicationDate publishedOn,
        @Nullable String summary,
        List<String> fields,
        List<String> publicationTypes,
        @Nullable OpenAccess openAccess,
        Identifiers identifiers,
        @Nullable CitationCount citationCount,
        List<Localized> localized,
        @Nullable String license) {

    /** An author and their place in the byline, from 1. */
    public record Author(String name, int order) {}

    /** Where it appeared. */
    public record Journal(
            String name,
            @Nullable String volume,
            @Nullable String issue,
            @Nullable String pages) {}

    /** A date that may be known to the year or month only; then it is the first day of it. */
    public record PublicationDate(LocalDate date, String precision) {}

    /** Whether it can be read for free, and where. */
    public record OpenAccess(
            @Nullable Boolean isOpen, @Nullable String pdf) {}

    /** What other collections call it. */
    public record Identifiers(
            @Nullable String pmid,
            @Nullable String pmcid,
            @Nullable String semanticScholar) {}

    /** How often it was cited, by whose count and as of when. */
    public record CitationCount(
            int value, @Nullable String source, @Nullable LocalDate asOf) {}

    /** Its title and abstract in another language. */
    public record Localized(
            String language,
            @Nullable String title,
            @Nullable String summary) {}
}
