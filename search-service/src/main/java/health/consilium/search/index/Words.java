package health.consilium.search.index;

import health.consilium.search.analysis.IndexField;
import java.util.List;

/**
 * Terms of a field, of which one is a word and several are a phrase.
 *
 * @param positions where each stands, relative to the others: gaps are words that are not indexed
 */
public record Words(IndexField field, List<String> terms, List<Integer> positions) {

    public static Words word(IndexField field, String term) {
        return new Words(field, List.of(term), List.of(0));
    }
}
