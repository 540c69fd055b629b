package health.consilium.search.index.opensearch;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.analysis.TextAnalysis.Token;
import java.util.List;

/**
 * Terms as a text that the cluster only has to split at spaces: the analysis is ours, so that every engine finds the
 * same. A placeholder stands where the analysis left a word out.
 */
record AnalysedText(TextAnalysis analysis) {

    private static final String HOLE = "_";

    List<String> of(IndexField field, List<String> texts) {
        return texts.stream().map(text -> of(analysis.tokens(field, text))).toList();
    }

    /** An identifier as its only term. */
    String identifier(String text) {
        return analysis.tokens(IndexField.DOI, text).getFirst().term();
    }

    private static String of(List<Token> tokens) {
        return joined(
                tokens.stream().map(Token::term).toList(),
                tokens.stream().map(Token::position).toList());
    }

    /** Terms at their positions, which grow from 0 on. */
    static String joined(List<String> terms, List<Integer> positions) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int at = 0; at < terms.size(); at++) {
            for (; next < positions.get(at); next++) {
                text.append(HOLE).append(' ');
            }
            text.append(terms.get(at)).append(' ');
            next = positions.get(at) + 1;
        }
        return text.toString().stripTrailing();
    }
}
