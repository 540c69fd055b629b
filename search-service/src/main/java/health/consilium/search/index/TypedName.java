package health.consilium.search.index;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.analysis.TextAnalysis.Token;
import java.util.ArrayList;
import java.util.List;

/** What somebody has typed of a name. */
public record TypedName(List<String> words, TextAnalysis analysis) {

    private static final int MOST_WORDS = 8;

    public static TypedName of(String typed, TextAnalysis analysis) {
        return new TypedName(
                analysis.names(typed).stream()
                        .map(Token::term)
                        .limit(MOST_WORDS)
                        .toList(),
                analysis);
    }

    /** Where a text begins like the words typed. */
    public List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        for (Token token : analysis.names(text)) {
            words.stream()
                    .filter(token.term()::startsWith)
                    .mapToInt(String::length)
                    .max()
                    .ifPresent(length ->
                            spans.add(new Span(token.start(), Math.min(token.end(), token.start() + length))));
        }
        return spans;
    }
}
