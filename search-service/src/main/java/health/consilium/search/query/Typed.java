package health.consilium.search.query;

import health.consilium.search.index.Demand;
import java.util.List;

/**
 * What was typed, taken apart.
 *
 * @param text the plain words as they were typed; empty when there are none
 * @param words the plain words that say what to find
 * @param wholes the terms of documents that are called just so
 * @param sentence whether they are a sentence, rather than the name of something
 * @param everything whether nothing says what to find
 */
record Typed(
        List<Demand> demands,
        String text,
        List<QueryWord> words,
        List<String> wholes,
        boolean sentence,
        boolean everything) {

    Ranking ranking() {
        return sentence ? Ranking.SENTENCE : Ranking.NAME;
    }

    /** The same words, as a sentence that names nothing. */
    Typed asSentence() {
        return new Typed(demands, text, words, List.of(), true, false);
    }

    /**
     * A word of a query.
     *
     * @param stem as the index has it
     * @param form in its own form, in the index's spelling
     * @param typed as it was typed, in small letters
     */
    record QueryWord(String stem, String form, String typed) {}
}
