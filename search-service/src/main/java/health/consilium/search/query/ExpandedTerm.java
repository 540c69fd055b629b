package health.consilium.search.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Words of the query that were looked for in other words as well. */
@Schema(name = "SearchExpandedTerm")
record ExpandedTerm(
        String term,
        List<String> as,

        @Schema(
                allowableValues = {"spelling", "synonym", "typo"},
                description = "typo: the word is in no document, these are the nearest that are")
        String because) {}
