package health.consilium.search.index.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;

/** The beginnings of the words of names. */
final class NameAnalysis extends AnalyzerWrapper {

    private static final int LONGEST_BEGINNING = 16;

    private final Analyzer words;
    private final boolean firstOnly;

    NameAnalysis(Analyzer words, boolean firstOnly) {
        super(words.getReuseStrategy());
        this.words = words;
        this.firstOnly = firstOnly;
    }

    /** As much of a word as is known of its beginnings. */
    static String beginning(String word) {
        int end = word.offsetByCodePoints(0, Math.min(LONGEST_BEGINNING, word.codePointCount(0, word.length())));
        return word.substring(0, end);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return words;
    }

    @Override
    protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
        TokenStream names = components.getTokenStream();
        TokenStream counted = firstOnly ? new LimitTokenCountFilter(names, 1, true) : names;
        TokenFilter beginnings = new EdgeNGramTokenFilter(counted, 1, LONGEST_BEGINNING, false);
        return new TokenStreamComponents(components.getSource(), beginnings);
    }
}
