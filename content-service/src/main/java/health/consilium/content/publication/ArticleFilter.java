package health.consilium.content.publication;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which articles a list holds, and in what order. */
record ArticleFilter(
        @Parameter(description = "Pages at or below this uri") @Nullable
        String under,

        @Parameter(description = "The source's own page type") @Nullable
        String type,

        @Parameter(description = "A classification's id") @Nullable
        String classification,

        @Parameter(description = "A contributor's name, in any case") @Nullable
        String contributor,

        @Parameter(description = "A language tag") @Nullable String language,

        @Parameter(description = "Those that an editor or import changed for readers at or after this time") @Nullable
        Instant updatedSince,

        @Parameter(description = "Also those left out of lists") @Nullable
        Boolean hidden,

        @Parameter(description = "newest (default), oldest, updated (least recently changed first) or uri") @Nullable
        String sort) {}
