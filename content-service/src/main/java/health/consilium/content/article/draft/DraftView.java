package health.consilium.content.article.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.consilium.content.article.Article;
import health.consilium.content.article.Removal;
import health.consilium.content.article.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A draft as editors read it: its fields, how far it has come, and what sanitising took out of it just now. */
@Schema(name = "ArticleDraftState")
record DraftView(
        @JsonUnwrapped DraftRequest draft,

        @Schema(allowableValues = {"open", "approved", "changes-requested", "published"})
        String state,

        @Nullable Instant publishAt,
        Instant updatedAt,
        long version,
        List<Removal> sanitised) {

    static DraftView of(Article article, Revision revision, List<Removal> sanitised) {
        return new DraftView(
                DraftRequest.of(article, revision.content()),
                article.hasOpenDraft()
                        ? article.draft()
                                .review()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                        : "published",
                article.publishAt(),
                revision.savedAt(),
                article.stateVersion(),
                sanitised);
    }
}
