package health.consilium.search.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** How text becomes terms, the same for documents and queries. */
final class Analysis extends AnalyzerWrapper {

    private static final int PHRASES_STAY_WITHIN_A_VALUE = 100;

    private final Analyzer prose = new Chain(true, true);
    private final Map<String, Analyzer> others = Map.of(
            Fields.TITLE, new Chain(false, true),
            Fields.AUTHOR, new Chain(false, false),
            Fields.DOCTOR, new Chain(false, false),
            Fields.DOI, new Identifier());

    Analysis() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    /** The terms of a text, in order. */
    List<String> terms(String field, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return terms;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return others.getOrDefault(field, prose);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return PHRASES_STAY_WITHIN_A_VALUE;
    }

    private static final class Chain extends Analyzer {

        private final boolean withoutStopWords;
        private final boolean stemmed;

        Chain(boolean withoutStopWords, boolean stemmed) {
            this.withoutStopWords = withoutStopWords;
            this.stemmed = stemmed;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            TokenStream terms = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
            if (withoutStopWords) {
                terms = new StopFilter(terms, EnglishAnalyzer.getDefaultStopSet());
            }
            return new TokenStreamComponents(words, stemmed ? new PorterStemFilter(terms) : terms);
        }
    }

    private static final class Identifier extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            KeywordTokenizer whole = new KeywordTokenizer();
            return new TokenStreamComponents(whole, new LowerCaseFilter(whole));
        }
    }
}
