package health.consilium.search.index.opensearch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.consilium.search.analysis.IndexField;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SuggestMode;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.aggregations.FiltersBucket;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.FieldSuggester;
import org.opensearch.client.opensearch.core.search.TermSuggest;
import org.opensearch.client.opensearch.core.search.TermSuggestOption;

/** Finds words of the index that were probably meant. */
final class Corrections {

    private static final String FIELD = QueryShape.field(IndexField.WORD);
    /** Most typing errors are one edit. */
    private static final String NEAR = "near";

    private static final String FARTHER = "farther";
    private static final int MOST = 3;
    private static final int SHORTEST = 4;

    private final View current;
    /** Most words of most queries, about which nothing has to be asked. */
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    Corrections(View current) {
        this.current = current;
    }

    /** The nearest words, for each of those that no document has. */
    Map<String, List<String>> of(Collection<String> words) {
        List<String> asked =
                words.stream().filter(word -> known.getIfPresent(word) == null).toList();
        return asked.isEmpty() ? Map.of() : ask(asked);
    }

    private Map<String, List<String>> ask(List<String> words) {
        Answer<Void> answer = current.search(
                Void.class,
                search -> search.size(0)
                        .aggregations("known", each(words))
                        .suggest(suggest -> suggest.text(String.join(" ", words))
                                .suggesters(NEAR, within(1))
                                .suggesters(FARTHER, within(2))));
        List<FiltersBucket> counts = answer.count("known").filters().buckets().array();
        Map<String, List<String>> corrections = new LinkedHashMap<>();
        for (int at = 0; at < words.size(); at++) {
            if (counts.get(at).docCount() == 0) {
                corrections.put(words.get(at), List.of());
            } else {
                known.put(words.get(at), true);
            }
        }
        Stream.of(NEAR, FARTHER)
                .flatMap(name -> answer.suggestions(name).stream())
                .forEach(suggest -> add(suggest.term(), corrections));
        return corrections;
    }

    /** Unless there are nearer ones. */
    private static void add(TermSuggest suggest, Map<String, List<String>> corrections) {
        List<String> words =
                suggest.options().stream().map(TermSuggestOption::text).toList();
        corrections.computeIfPresent(suggest.text(), (word, nearer) -> nearer.isEmpty() ? words : nearer);
    }

    private static Aggregation each(List<String> words) {
        List<Query> queries = words.stream()
                .map(word ->
                        Query.of(query -> query.term(term -> term.field(FIELD).value(FieldValue.of(word)))))
                .toList();
        return Aggregation.of(count -> count.filters(filters -> filters.filters(buckets -> buckets.array(queries))));
    }

    private static FieldSuggester within(int edits) {
        return FieldSuggester.of(suggest -> suggest.term(term -> term.field(FIELD)
                .size(MOST)
                .suggestMode(SuggestMode.Missing)
                .maxEdits(edits)
                .prefixLength(1)
                .minWordLength(SHORTEST)));
    }
}
