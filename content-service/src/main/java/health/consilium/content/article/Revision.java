package health.consilium.content.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The content as it was at one version; {@code savedBy} is an account, {@code null} for an import. */
public record Revision(
        String articleId,
        long version,
        ArticleContent content,
        @Nullable String savedBy,
        Instant savedAt) {}
