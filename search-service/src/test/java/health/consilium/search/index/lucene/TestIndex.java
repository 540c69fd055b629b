package health.consilium.search.index.lucene;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.SearchIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** Opens the indices of tests. */
final class TestIndex {

    private TestIndex() {}

    static SearchIndex open(Path directory, IndexRecipe recipe, InstantSource clock) {
        return LuceneSearchIndex.open(
                new LuceneSettings(directory, 16, Duration.ofMinutes(2), 150),
                new TextAnalysis(UnaryOperator.identity()),
                recipe,
                clock);
    }
}
