package health.consilium.search.analysis;

import health.consilium.search.vocabulary.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.FingerprintFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.Version;

/** How the text of a field becomes its terms. */
public final class TextAnalysis {

    /** Between the values of a field, so that no phrase is found across them. */
    public static final int POSITION_GAP = 100;

    /** Grows when the same text becomes other terms: an index of another version is rebuilt. */
    private static final int CHAIN = 1;

    /** Nothing longer is a name. */
    private static final int LONGEST_WHOLE = 300;

    private static final char BETWEEN_WORDS = '+';

    private final UnaryOperator<String> spelling;
    private final Analyzer stems;
    private final Analyzer words;
    private final Analyzer titles;
    private final Analyzer names;
    private final Analyzer wholes;
    private final Analyzer identifiers = new Identifier();

    /** An analysis that writes words as {@code spelling} does. */
    public TextAnalysis(UnaryOperator<String> spelling) {
        this.spelling = spelling;
        stems = new Chain(spelling, true, true);
        wholes = new Whole(stems);
        words = new Chain(spelling, true, false);
        titles = new Chain(spelling, false, true);
        names = new Chain(spelling, false, false);
    }

    /** Tells apart what decides the terms of a text: our chain, Lucene's parts of it, and the spelling. */
    public static String version(Spelling spelling) {
        Version lucene = Version.LATEST;
        return "%d-%d.%d-%s".formatted(CHAIN, lucene.major, lucene.minor, spelling.fingerprint());
    }

    /** The analyzer of a field. */
    public Analyzer of(IndexField field) {
        return switch (field) {
            case ALL, NAME -> stems;
            case WHOLE -> wholes;
            case WORD -> words;
            case TITLE -> titles;
            case AUTHOR, DOCTOR -> names;
            case DOI -> identifiers;
        };
    }

    /** The terms of a text, in order. */
    public List<Token> tokens(IndexField field, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = of(field).tokenStream(field.name(), text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            int position = -1;
            stream.reset();
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                tokens.add(new Token(term.toString(), position, offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return tokens;
    }

    /** The terms that stand for the whole of a text in {@link IndexField#WHOLE}: one, or none where it is too long. */
    public List<String> whole(String text) {
        return tokens(IndexField.WHOLE, text).stream()
                .map(Token::term)
                .filter(term -> !term.isEmpty())
                .toList();
    }

    /** A text in the spelling of the index, and otherwise as it is. */
    public String respelt(String text) {
        StringBuilder respelt = new StringBuilder();
        int next = 0;
        for (Token token : names(text)) {
            String word = text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
            String american = spelling.apply(word);
            if (token.start() >= next && !american.equals(word)) {
                respelt.append(text, next, token.start()).append(american);
                next = token.end();
            }
        }
        return respelt.append(text.substring(next)).toString();
    }

    /** All words of a text in their own forms. */
    public List<Token> names(String text) {
        return tokens(IndexField.AUTHOR, text);
    }

    /** A word's stem; the word itself where it is none or carries no meaning. */
    public String stem(String word) {
        List<Token> stems = tokens(IndexField.ALL, word);
        return stems.size() == 1 ? stems.getFirst().term() : word;
    }

    /** A term, its position among the terms, and where it stands in the text. */
    public record Token(String term, int position, int start, int end) {}

    private static final class Chain extends Analyzer {

        private final UnaryOperator<String> spelling;
        private final boolean withoutStopWords;
        private final boolean stemmed;

        Chain(UnaryOperator<String> spelling, boolean withoutStopWords, boolean stemmed) {
            this.spelling = spelling;
            this.withoutStopWords = withoutStopWords;
            this.stemmed = stemmed;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer source = new StandardTokenizer();
            TokenStream terms = new LowerCaseFilter(new EnglishPossessiveFilter(new CJKWidthFilter(source)));
            terms = new SpellingFilter(new ASCIIFoldingFilter(new CJKBigramFilter(terms)), spelling);
            if (withoutStopWords) {
                terms = new StopFilter(terms, EnglishAnalyzer.getDefaultStopSet());
            }
            return new TokenStreamComponents(source, stemmed ? new PorterStemFilter(terms) : terms);
        }
    }

    /** One term of all the words: sorted, each once. */
    private static final class Whole extends AnalyzerWrapper {

        private final Analyzer words;

        Whole(Analyzer words) {
            super(words.getReuseStrategy());
            this.words = words;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return words;
        }

        @Override
        protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
            return new TokenStreamComponents(
                    components.getSource(),
                    new FingerprintFilter(components.getTokenStream(), LONGEST_WHOLE, BETWEEN_WORDS));
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
