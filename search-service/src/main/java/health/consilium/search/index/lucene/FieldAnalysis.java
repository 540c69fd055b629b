package health.consilium.search.index.lucene;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.analysis.TextAnalysis;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;

/** The analyzer of each of Lucene's fields. */
final class FieldAnalysis extends AnalyzerWrapper {

    private final Map<String, Analyzer> analyzers;

    FieldAnalysis(TextAnalysis analysis) {
        super(PER_FIELD_REUSE_STRATEGY);
        Map<String, Analyzer> byField =
                new HashMap<>(Arrays.stream(IndexField.values()).collect(Collectors.toMap(Fields::name, analysis::of)));
        Analyzer names = analysis.of(IndexField.AUTHOR);
        byField.put(SuggestionFields.WORDS, names);
        byField.put(SuggestionFields.BEGINNINGS, new NameAnalysis(names, false));
        byField.put(SuggestionFields.START, new NameAnalysis(names, true));
        analyzers = Map.copyOf(byField);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        Analyzer analyzer = analyzers.get(field);
        if (analyzer == null) {
            throw new IllegalArgumentException("No text is kept in " + field);
        }
        return analyzer;
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return TextAnalysis.POSITION_GAP;
    }
}
