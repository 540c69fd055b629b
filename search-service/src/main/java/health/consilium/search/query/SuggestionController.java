package health.consilium.search.query;

import health.consilium.defaults.paging.Limit;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.Span;
import health.consilium.search.index.Suggestion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/search/suggestions")
@Tag(name = "Search")
class SuggestionController {

    private static final int USUAL = 10;

    private final SearchIndex index;

    SuggestionController(SearchIndex index) {
        this.index = index;
    }

    @GetMapping
    @Operation(operationId = "searchSuggestions", summary = "Names that begin like what is being typed")
    SearchSuggestions suggestions(
            @RequestParam(defaultValue = "") @Parameter(description = "What was typed so far") String q,
            @RequestParam(required = false) @Parameter(description = "1 to 100; 10 unless told") @Nullable
                    Integer limit) {
        int most = limit == null ? USUAL : Limit.of(limit).value();
        return new SearchSuggestions(index.suggestions(q, most).stream()
                .map(SearchSuggestions.Item::of)
                .toList());
    }

    record SearchSuggestions(List<Item> items) {

        @Schema(name = "SearchSuggestion")
        record Item(
                String text,

                @Schema(
                        allowableValues = {"title", "topic", "doctor", "specialty"},
                        description = "What it is the name of")
                String kind,

                @Schema(
                        types = {"string", "null"},
                        allowableValues = {"article", "paper", "question"},
                        description = "For titles: whose it is")
                @Nullable
                String type,

                @Schema(types = {"string", "null"}) @Nullable
                String id,

                @Schema(description = "What was typed, within text, in UTF-16 code units, end exclusive")
                List<Span> highlights) {

            static Item of(Suggestion suggestion) {
                DocumentKey document = suggestion.document();
                return new Item(
                        suggestion.text(),
                        suggestion.kind().name().toLowerCase(Locale.ROOT),
                        document == null ? null : document.type().value(),
                        document == null ? null : document.id(),
                        suggestion.matches());
            }
        }
    }
}
