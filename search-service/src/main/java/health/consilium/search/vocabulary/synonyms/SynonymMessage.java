package health.consilium.search.vocabulary.synonyms;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import health.consilium.search.vocabulary.SynonymRule;
import java.time.Instant;
import java.util.List;

/**
 * A set of synonyms on its way to all replicas.
 *
 * @param rules those of a custom set; replicas have the starter set themselves
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SynonymMessage(Instant changedAt, Origin origin, List<Rule> rules) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rule(List<String> terms, List<String> as) {}

    static SynonymMessage custom(Instant changedAt, List<SynonymRule> rules) {
        List<Rule> written =
                rules.stream().map(rule -> new Rule(rule.terms(), rule.as())).toList();
        return new SynonymMessage(changedAt, Origin.CUSTOM, written);
    }

    static SynonymMessage starter(Instant changedAt) {
        return new SynonymMessage(changedAt, Origin.STARTER, List.of());
    }

    /** The set this says is in force, as that version. */
    SynonymSet set(long version, SynonymSet starter) {
        if (origin == Origin.STARTER) {
            return starter.as(version, changedAt);
        }
        List<SynonymRule> read = rules.stream()
                .map(rule -> new SynonymRule(List.copyOf(rule.terms()), List.copyOf(rule.as())))
                .toList();
        return new SynonymSet(version, changedAt, Origin.CUSTOM, read);
    }
}
