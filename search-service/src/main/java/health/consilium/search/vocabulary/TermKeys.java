package health.consilium.search.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Turns terms into the keys they are found by, one for each word. */
record TermKeys(Spelling spelling, UnaryOperator<String> form) {

    private static final String AS_IT_IS = "=";

    /** Terms by their keys, in the order given; of terms with the same key, the first. */
    Map<List<String>, String> of(List<String> terms) {
        Map<List<String>, String> keyed = new LinkedHashMap<>();
        terms.forEach(term -> keyed.putIfAbsent(of(term), term));
        return keyed;
    }

    private List<String> of(String term) {
        return Words.asWritten(term).stream().map(this::key).toList();
    }

    private String key(String written) {
        String word = spelling.american(Words.folded(written));
        return Words.isAbbreviation(written) ? exactly(word) : form.apply(word);
    }

    /** The key of a word that is matched without its endings taken off. */
    static String exactly(String word) {
        return AS_IT_IS + word;
    }
}
