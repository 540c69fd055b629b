package health.consilium.search.query;

import com.fasterxml.jackson.annotation.JsonRawValue;
import health.consilium.search.index.FacetCount;
import health.consilium.search.index.Hit;
import health.consilium.search.index.MatchedOn;
import health.consilium.search.index.Span;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One page of results as it is served. */
record SearchResults(
        List<Item> items,
        Total total,

        @Schema(description = "Counts among all results, for each facet asked for")
        Map<String, List<FacetCount>> facets,

        @Schema(description = "Words added to the query, and why")
        List<ExpandedTerm> expandedTerms,

        @Schema(
                types = {"string", "null"},
                description = "What was probably meant, where a word is in no document")
        @Nullable
        String didYouMean,

        @Schema(
                allowableValues = {"hybrid", "lexical", "dense"},
                description = "What the results were found by: lexical also where the meaning could not be had in time")
        String mode,

        List<Freshness> freshness,

        @Schema(
                types = {"boolean", "null"},
                description = "With after: whether this search sees that change, or one that followed it")
        @Nullable
        Boolean included,

        @Schema(
                types = {"string", "null"},
                description = "The cursor of the next page")
        @Nullable
        String next,

        @Schema(description = "Time spent searching") long tookMs) {

    @Schema(name = "SearchItem")
    record Item(
            @Schema(allowableValues = {"article", "paper", "question"})
            String type,

            String id,

            @Schema(
                    types = {"string", "null"},
                    description = "The id in the source it was imported from")
            @Nullable
            String externalId,

            @Schema(types = {"string", "null"}) @Nullable String uri,
            String title,

            @Schema(
                    types = {"string", "null"},
                    description = "Plain text around the best match, at most 280 characters, cut between words;"
                            + " null where there is no text")
            @Nullable
            String excerpt,

            @Schema(description = "Matches within excerpt, in UTF-16 code units, end exclusive")
            List<Span> highlights,

            @Schema(description = "Whether excerpt leaves something out")
            boolean truncated,

            @Schema(
                    description =
                            "Parts with a match: title, topic, heading, body, author, doctor, doi; synonym, where other"
                                    + " words than those typed matched; meaning, where no word did")
            List<String> matchedOn,

            @Schema(
                    types = {"number", "null"},
                    description = "Higher is better; null when sorted by time")
            @Nullable
            Float score,

            Instant updatedAt,

            @Schema(types = "object", description = "What a list shows of this type of document") @JsonRawValue
            String summary) {

        static Item of(Hit hit) {
            Excerpt excerpt = Excerpts.cut(hit.body(), hit.matches());
            return new Item(
                    hit.key().type().value(),
                    hit.key().id(),
                    hit.externalId(),
                    hit.uri(),
                    hit.title(),
                    excerpt.text().isEmpty() ? null : excerpt.text(),
                    excerpt.highlights(),
                    excerpt.truncated(),
                    hit.matchedOn().stream().map(MatchedOn::value).toList(),
                    hit.score(),
                    hit.updatedAt(),
                    hit.summary());
        }
    }

    @Schema(name = "SearchTotal")
    record Total(
            long value,

            @Schema(
                    allowableValues = {"eq", "gte"},
                    description = "gte: at least so many; more are not counted")
            String relation) {}

    @Schema(name = "SearchFreshness")
    record Freshness(
            @Schema(allowableValues = {"content", "qa"}) String source,

            @Schema(description = "Age of the oldest published change that this search can't see yet")
            long lagMs) {}
}
