package health.consilium.content.ingest;

import health.consilium.content.article.ArticleBody;
import health.consilium.content.article.ArticleContent;
import health.consilium.content.article.ArticleKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article as another system has it; {@code hash} stands for all of it. */
record ImportedArticle(
        String id,
        ArticleKind kind,
        @Nullable String uri,
        ArticleContent content,
        ArticleBody body,
        Instant createdAt,
        Instant updatedAt,
        String hash) {}
