package health.consilium.search.index;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.query.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds search requests for tests. */
public final class Requests {

    private static final Wording WORDING = new Wording(new TextAnalysis(UnaryOperator.identity()));

    private final List<Clause> clauses = new ArrayList<>();
    private @Nullable DenseQuery dense;
    private Filters filters = Filters.NONE;
    private Order order = Order.RELEVANCE;
    private int limit = 20;
    private @Nullable Position after;
    private Set<Facet> facets = Set.of();
    private boolean latest;

    private Requests() {}

    public static Requests everything() {
        return new Requests();
    }

    public static Requests words(String text) {
        Requests request = new Requests();
        Arrays.stream(text.split(" ")).forEach(word -> request.with(SearchField.ANY, word, false, false));
        return request;
    }

    public static Requests phrase(String text) {
        return new Requests().with(SearchField.ANY, text, true, false);
    }

    public static Requests in(SearchField field, String text) {
        return new Requests().with(field, text, false, false);
    }

    public Requests without(String text) {
        return with(SearchField.ANY, text, false, true);
    }

    public Requests required(SearchField field, String text) {
        return with(field, text, false, false);
    }

    public Requests only(Filters wanted) {
        filters = wanted;
        return this;
    }

    public Requests meaning(float... vector) {
        dense = new DenseQuery(vector, 1, false);
        return this;
    }

    public Requests newest() {
        order = Order.NEWEST;
        return this;
    }

    public Requests limit(int most) {
        limit = most;
        return this;
    }

    public Requests after(@Nullable Position position) {
        after = position;
        return this;
    }

    public Requests counting(Facet... wanted) {
        facets = Set.of(wanted);
        return this;
    }

    public Requests latest() {
        latest = true;
        return this;
    }

    public SearchRequest build() {
        return new SearchRequest(WORDING.wanted(clauses), dense, filters, order, limit, after, facets, latest);
    }

    private Requests with(SearchField field, String text, boolean phrase, boolean excluded) {
        clauses.add(new Clause(field, text, phrase, excluded));
        return this;
    }
}
