package health.consilium.search.vocabulary.synonyms;

import health.consilium.search.vocabulary.SynonymRule;
import health.consilium.search.vocabulary.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;

/** How much there is of it. */
record SynonymCounts(
        long rules,
        @Schema(description = "Different terms in them") long terms) {

    static SynonymCounts of(List<SynonymRule> rules) {
        long terms = rules.stream()
                .flatMap(rule -> Stream.concat(rule.terms().stream(), rule.as().stream()))
                .map(Words::of)
                .distinct()
                .count();
        return new SynonymCounts(rules.size(), terms);
    }
}
