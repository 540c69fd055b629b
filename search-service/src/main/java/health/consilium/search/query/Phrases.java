package health.consilium.search.query;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.analysis.TextAnalysis.Token;
import health.consilium.search.index.Words;
import java.util.List;

/** Makes phrases of analysed text. */
final class Phrases {

    private Phrases() {}

    /** The terms of a text, as far apart as they are there. */
    static Words of(IndexField field, List<Token> tokens) {
        int first = tokens.getFirst().position();
        return new Words(
                field,
                tokens.stream().map(Token::term).toList(),
                tokens.stream().map(token -> token.position() - first).toList());
    }
}
