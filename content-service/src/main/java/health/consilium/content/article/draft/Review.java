package health.consilium.content.article.draft;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a reviewer decided about one version of a draft. */
@Schema(name = "ArticleReview")
record Review(
        Decision decision,
        @Nullable String comment,
        String reviewer,
        Instant decidedAt,
        long draftVersion,
        long version) {}
