package health.consilium.content.ingest;

import health.consilium.content.article.Article.Origin;
import health.consilium.content.article.ArticleBody;
import health.consilium.content.article.ArticleContent;
import health.consilium.content.article.ArticleKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article as another system has it; with {@code ownId} it came with its id, else that follows from its uri or title. */
record ImportedArticle(
        String id,
        boolean ownId,
        ArticleKind kind,
        @Nullable String uri,
        ArticleContent content,
        ArticleBody body,
        Instant createdAt,
        Instant updatedAt,
        Origin origin) {}
