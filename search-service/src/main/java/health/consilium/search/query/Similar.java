package health.consilium.search.query;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.search.index.Clause;
import health.consilium.search.index.DenseQuery;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.Filters;
import health.consilium.search.index.Hit;
import health.consilium.search.index.IndexedDocument;
import health.consilium.search.index.Order;
import health.consilium.search.index.SearchField;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.SearchRequest;
import health.consilium.search.index.Wanted;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what is like a document, by the words of its title and topics and by the meaning of its text. */
@Component
final class Similar {

    private final SearchIndex index;
    private final Planner planner;

    Similar(SearchIndex index, Planner planner) {
        this.index = index;
        this.planner = planner;
    }

    List<Hit> to(DocumentKey key, Set<DocumentType> types, int limit) {
        IndexedDocument seed = index.document(key)
                .orElseThrow(() -> new ProblemException(
                        ProblemTypes.NOT_FOUND,
                        "No %s of this id can be found.".formatted(key.type().value())));
        SearchRequest request = new SearchRequest(
                wanted(seed),
                meaning(seed.vectors()),
                new Filters(types, Set.of(), Set.of(), Set.of(), Set.of()),
                Order.RELEVANCE,
                limit + 1,
                null,
                Set.of(),
                true);
        return index.search(request).hits().stream()
                .filter(hit -> !hit.key().equals(key))
                .limit(limit)
                .toList();
    }

    private Wanted wanted(IndexedDocument seed) {
        List<Clause> words = seed.document().text().names().stream()
                .map(text -> new Clause(SearchField.ANY, text, false, false))
                .toList();
        return planner.words(words);
    }

    private static @Nullable DenseQuery meaning(List<float[]> passages) {
        return passages.isEmpty() ? null : new DenseQuery(unit(passages.getFirst()), Ranking.SENTENCE.meaning(), false);
    }

    private static float[] unit(float[] vector) {
        double length = 0;
        for (float value : vector) {
            length += value * value;
        }
        float[] unit = new float[vector.length];
        for (int at = 0; at < vector.length; at++) {
            unit[at] = (float) (vector[at] / Math.sqrt(length));
        }
        return unit;
    }
}
