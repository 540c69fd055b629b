package health.consilium.search.query;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request's parameters as they came. Lists take several values, repeated or separated by commas. */
record SearchParameters(
        @Parameter(
                description = "Words, \"phrases\", -not, and title:, author:, doi: or doctor: before a word"
                        + " or phrase. Anything is answered; nothing typed lists everything, newest first.")
        @Nullable
        String q,

        @Parameter(description = "article, paper, question") @Nullable
        List<String> type,

        @Parameter(description = "Ids of specialties") @Nullable
        List<String> specialty,

        @Parameter(description = "Ids of classification terms") @Nullable
        List<String> classification,

        @Parameter(description = "BCP 47 tags") @Nullable List<String> language,

        @Parameter(description = "Years of publication, of the question or of the last change of an article") @Nullable
        List<String> year,

        @Parameter(description = "relevance (default) or newest") @Nullable
        String sort,

        @Parameter(description = "hybrid (default): words and meaning; lexical: words alone; dense: meaning alone")
        @Nullable
        String mode,

        @Parameter(description = "What to count among all results: type, specialty, classification, year") @Nullable
        List<String> facets,

        @Parameter(description = "The next of the page before") @Nullable
        String cursor,

        @Parameter(
                description = "A Change-Token: waits up to 2 s until this search sees that change, and says in"
                        + " included whether it does")
        @Nullable
        String after) {}
