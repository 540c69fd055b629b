package health.consilium.search.vocabulary;

import java.util.List;

/**
 * One line of a vocabulary, as it was written.
 *
 * @param terms what people may type
 * @param as what is searched as well; nothing when each of the terms stands for all the others
 */
public record SynonymRule(List<String> terms, List<String> as) {

    /** Terms that mean the same. */
    public static SynonymRule equivalent(List<String> terms) {
        return new SynonymRule(List.copyOf(terms), List.of());
    }

    /** Terms that also mean something else, and are not found by what they stand for. */
    public static SynonymRule oneWay(List<String> terms, List<String> as) {
        return new SynonymRule(List.copyOf(terms), List.copyOf(as));
    }

    /** Whether this works from left to right only. */
    public boolean hasDirection() {
        return !as.isEmpty();
    }
}
