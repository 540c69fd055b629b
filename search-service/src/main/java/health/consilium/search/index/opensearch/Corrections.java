package health.consilium.search.index.opensearch;

import health.consilium.search.analysis.IndexField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SuggestMode;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.FieldSuggester;
import org.opensearch.client.opensearch.core.search.TermSuggest;
import org.opensearch.client.opensearch.core.search.TermSuggestOption;

/** Finds words of the index that were probably meant. */
record Corrections(View current) {

    private static final String FIELD = QueryShape.field(IndexField.WORD);
    private static final int MOST = 3;
    private static final int SHORTEST = 4;

    /** The nearest words, for each of those that no document has. */
    Map<String, List<String>> of(Collection<String> words) {
        List<String> asked = List.copyOf(words);
        if (asked.isEmpty()) {
            return Map.of();
        }
        Answer<Void> answer = current.search(
                Void.class,
                search -> search.size(0)
                        .aggregations("known", known(asked))
                        .suggest(
                                suggest -> suggest.text(String.join(" ", asked)).suggesters("near", near())));
        Map<String, List<String>> corrections = new LinkedHashMap<>();
        var known = answer.count("known").filters().buckets().array();
        for (int at = 0; at < asked.size(); at++) {
            if (known.get(at).docCount() == 0) {
                corrections.put(asked.get(at), new ArrayList<>());
            }
        }
        answer.suggestions("near").forEach(suggest -> add(suggest.term(), corrections));
        return corrections;
    }

    private static void add(TermSuggest suggest, Map<String, List<String>> corrections) {
        List<String> nearest = corrections.get(suggest.text());
        if (nearest != null) {
            suggest.options().stream().map(TermSuggestOption::text).forEach(nearest::add);
        }
    }

    private static Aggregation known(List<String> words) {
        List<Query> each = words.stream()
                .map(word ->
                        Query.of(query -> query.term(term -> term.field(FIELD).value(FieldValue.of(word)))))
                .toList();
        return Aggregation.of(count -> count.filters(filters -> filters.filters(buckets -> buckets.array(each))));
    }

    private static FieldSuggester near() {
        return FieldSuggester.of(suggest -> suggest.term(term -> term.field(FIELD)
                .size(MOST)
                .suggestMode(SuggestMode.Missing)
                .maxEdits(2)
                .prefixLength(1)
                .minWordLength(SHORTEST)));
    }
}
