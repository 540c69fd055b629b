package health.consilium.content.publication;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.consilium.content.paper.Paper;
import health.consilium.content.paper.Paper.Author;
import health.consilium.content.paper.Paper.CitationCount;
import health.consilium.content.paper.Paper.Identifiers;
import health.consilium.content.paper.Paper.Journal;
import health.consilium.content.paper.Paper.OpenAccess;
import health.consilium.content.paper.Paper.PublicationDate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paper as it is served and as it goes to Kafka. */
@Schema(name = "Paper")
record PaperDocument(
        String id,
        @Nullable String doi,
        String title,
        List<Author> authors,
        @Nullable Journal journal,
        @Nullable PublicationDate publishedOn,
        @JsonProperty("abstract") @Nullable String summary,
        List<String> fields,
        List<String> publicationTypes,
        @Nullable OpenAccess openAccess,
        Identifiers identifiers,
        @Nullable CitationCount citationCount,
        List<Localized> localized,
        @Nullable String license,
        Instant updatedAt,
        long version) {

    /** Title and abstract in another language. */
    @Schema(name = "LocalizedPaper")
    record Localized(
            String language,
            @Nullable String title,
            @JsonProperty("abstract") @Nullable String summary) {}

    static PaperDocument of(String id, long version, Paper paper, Instant updatedAt) {
        return new PaperDocument(
                id,
                paper.doi(),
                paper.title(),
                paper.authors(),
                paper.journal(),
                paper.publishedOn(),
                paper.summary(),
                paper.fields(),
                paper.publicationTypes(),
                paper.openAccess(),
                paper.identifiers(),
                paper.citationCount(),
                paper.localized().stream()
                        .map(one -> new Localized(one.language(), one.title(), one.summary()))
                        .toList(),
                paper.license(),
                updatedAt,
                version);
    }
}
