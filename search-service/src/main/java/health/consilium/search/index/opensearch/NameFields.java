package health.consilium.search.index.opensearch;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.analysis.TextAnalysis.Token;
import java.util.List;

/**
 * What a name is suggested by.
 *
 * @param suggest its words, of which the cluster indexes the beginnings
 * @param suggestStart its first word, likewise
 * @param suggestWord its words as a whole
 */
record NameFields(String suggest, String suggestStart, String suggestWord) {

    private static final int LONGEST_BEGINNING = 16;

    static NameFields of(String name, TextAnalysis analysis) {
        List<String> words = analysis.names(name).stream().map(Token::term).toList();
        String all = String.join(" ", words);
        return new NameFields(all, words.isEmpty() ? "" : words.getFirst(), all);
    }

    /** As much of a word as is known of its beginnings. */
    static String beginning(String word) {
        int end = word.offsetByCodePoints(0, Math.min(LONGEST_BEGINNING, word.codePointCount(0, word.length())));
        return word.substring(0, end);
    }
}
