package health.consilium.search.analysis;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Writes each term in one spelling, so that a word is found however it is spelt. */
final class SpellingFilter extends TokenFilter {

    private final UnaryOperator<String> spelling;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    SpellingFilter(TokenStream terms, UnaryOperator<String> spelling) {
        super(terms);
        this.spelling = spelling;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String word = term.toString();
        String respelt = spelling.apply(word);
        if (!respelt.equals(word)) {
            term.setEmpty().append(respelt);
        }
        return true;
    }
}
