package health.consilium.search.index.opensearch;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.SearchIndex;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An index that one test has for itself on a node that it shares. */
record OwnIndex(OpenSearchSettings settings) {

    static final TextAnalysis ANALYSIS = new TextAnalysis(UnaryOperator.identity());

    private static final IndexRecipe RECIPE = new IndexRecipe("of-tests", null);
    private static final AtomicInteger COUNT = new AtomicInteger();

    static OwnIndex on(URI node) {
        return new OwnIndex(new OpenSearchSettings(
                List.of(node),
                null,
                null,
                "test-" + COUNT.incrementAndGet(),
                1,
                0,
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                8,
                Duration.ofMinutes(1),
                20));
    }

    /** Opens the index as the first service does, which makes it. */
    SearchIndex openFirst() {
        SearchIndex index = open();
        index.offsets();
        return index;
    }

    /** Opens the index as one more service that shares it. */
    SearchIndex open() {
        return new OpenSearchSearchIndex(settings, ANALYSIS, RECIPE, InstantSource.system());
    }

    Generations generations(Connection connection) {
        return new Generations(connection, settings, RECIPE, InstantSource.system());
    }

    Connection connect() {
        return Connection.to(settings);
    }

    void delete() {
        try (Connection connection = connect()) {
            connection.send("clean up", "DELETE", "/" + settings.index() + "-*", "{}");
        }
    }
}
