package health.consilium.search.index.opensearch;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.Name;
import health.consilium.search.index.Suggestion;
import health.consilium.search.index.Suggestion.Kind;
import health.consilium.search.index.TypedName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.aggregations.FiltersBucket;
import org.opensearch.client.opensearch._types.query_dsl.BoolQuery;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.Hit;

/**
 * Finds what may be meant while somebody types: names whose words begin like those typed; if there are none, those with
 * words that have them inside; and then those whose words begin almost like them.
 */
record Suggestions(View current, TextAnalysis analysis) {

    private static final int LOOKED_AT_FOR_EACH = 5;
    private static final int SHORTEST_INSIDE = 3;
    private static final int SPELLINGS = 30;

    List<Suggestion> of(String typed, int limit) {
        TypedName name = TypedName.of(typed, analysis);
        if (name.words().isEmpty()) {
            return List.of();
        }
        List<Suggestion> found = find(name, Suggestions::beginning, limit);
        if (found.isEmpty() && name.words().stream().anyMatch(word -> word.length() >= SHORTEST_INSIDE)) {
            found = find(name, Suggestions::inside, limit);
        }
        return found.isEmpty() ? find(name, Suggestions::almost, limit) : found;
    }

    private List<Suggestion> find(TypedName name, Function<String, Query> like, int limit) {
        List<Hit<Suggested>> hits = current.search(
                        Suggested.class,
                        search -> search.query(query(name.words(), like))
                                .size(limit * LOOKED_AT_FOR_EACH)
                                .source(source -> source.filter(
                                        filter -> filter.includes("entry", "document.key", "document.text.title"))))
                .hits();
        Set<String> used = used(hits);
        Map<String, Suggestion> found = new LinkedHashMap<>();
        for (Hit<Suggested> hit : hits) {
            Suggested suggested = Objects.requireNonNull(hit.source());
            if (found.size() < limit && (suggested.entry() == null || used.contains(hit.id()))) {
                Suggestion suggestion = suggested.suggestion(name);
                found.putIfAbsent(suggestion.text().toLowerCase(Locale.ROOT), suggestion);
            }
        }
        return List.copyOf(found.values());
    }

    /** The entries that some document still has. */
    private Set<String> used(List<Hit<Suggested>> hits) {
        List<String> entries = hits.stream()
                .filter(hit -> hit.source() != null && hit.source().entry() != null)
                .map(Hit::id)
                .filter(Objects::nonNull)
                .toList();
        Set<String> used = new HashSet<>();
        if (!entries.isEmpty()) {
            List<Query> each =
                    entries.stream().map(id -> term("suggestHas", id)).toList();
            List<FiltersBucket> counts = current.search(
                            Void.class,
                            search -> search.size(0)
                                    .aggregations(
                                            "used",
                                            Aggregation.of(count -> count.filters(
                                                    filters -> filters.filters(buckets -> buckets.array(each))))))
                    .count("used")
                    .filters()
                    .buckets()
                    .array();
            for (int at = 0; at < entries.size(); at++) {
                if (counts.get(at).docCount() > 0) {
                    used.add(entries.get(at));
                }
            }
        }
        return used;
    }

    private static Query query(List<String> words, Function<String, Query> like) {
        BoolQuery.Builder query = new BoolQuery.Builder()
                .filter(words.stream().map(like).toList())
                .should(constant(begins("suggestStart", words.getFirst()), 2))
                .should(constant(QueryShape.everyDocument(), 0.5f));
        words.forEach(word -> query.should(constant(begins("suggestWord", word), 1)));
        return query.build().toQuery();
    }

    private static Query beginning(String word) {
        return begins("suggest", word);
    }

    private static Query almost(String word) {
        int edits = word.length() < 5 ? 0 : word.length() < 8 ? 1 : 2;
        return edits == 0
                ? beginning(word)
                : Query.of(query -> query.fuzzy(fuzzy -> fuzzy.field("suggest")
                        .value(FieldValue.of(NameFields.beginning(word)))
                        .fuzziness(Integer.toString(edits))
                        .prefixLength(1)
                        .maxExpansions(SPELLINGS)));
    }

    private static Query inside(String word) {
        String part = "*" + word.replaceAll("[*?\\\\]", "") + "*";
        return word.length() < SHORTEST_INSIDE
                ? beginning(word)
                : Query.of(query ->
                        query.wildcard(wildcard -> wildcard.field("suggestWord").value(part)));
    }

    private static Query begins(String field, String word) {
        return term(field, NameFields.beginning(word));
    }

    private static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(FieldValue.of(value))));
    }

    private static Query constant(Query query, float score) {
        return Query.of(all -> all.constantScore(it -> it.filter(query).boost(score)));
    }

    /** What is read of a hit: a name of many documents, or a document's title. */
    record Suggested(@Nullable Name entry, @Nullable Titled document) {

        Suggestion suggestion(TypedName typed) {
            if (entry != null) {
                return new Suggestion(entry.text(), entry.kind(), null, typed.in(entry.text()));
            }
            String title = Objects.requireNonNull(document).text().title();
            return new Suggestion(title, Kind.TITLE, document.key(), typed.in(title));
        }
    }

    record Titled(DocumentKey key, Title text) {}

    record Title(String title) {}
}
