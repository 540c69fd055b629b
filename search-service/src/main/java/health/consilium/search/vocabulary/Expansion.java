package health.consilium.search.vocabulary;

import java.util.List;

/**
 * Words of a query that have synonyms.
 *
 * @param start the first of the words
 * @param end the word after the last
 * @param term the words as they were typed
 * @param as the synonyms as the vocabulary writes them
 */
public record Expansion(int start, int end, String term, List<String> as) {

    int length() {
        return end - start;
    }
}
