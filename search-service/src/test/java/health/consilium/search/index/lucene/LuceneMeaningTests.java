package health.consilium.search.index.lucene;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.MeaningContract;
import health.consilium.search.index.SearchIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LuceneMeaningTests extends MeaningContract {

    @TempDir
    Path folder;

    private SearchIndex index;

    @BeforeEach
    void open() {
        index = LuceneSearchIndex.open(
                new LuceneSettings(folder.resolve("index"), 16, Duration.ofMinutes(2), 150),
                new TextAnalysis(UnaryOperator.identity()),
                RECIPE,
                InstantSource.system());
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Override
    protected SearchIndex index() {
        return index;
    }
}
