package health.consilium.search.index.lucene;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.NamesContract;
import health.consilium.search.index.SearchIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class LuceneNamesTests extends NamesContract {

    @TempDir
    Path folder;

    private @Nullable SearchIndex index;

    @Override
    protected void open() {
        index = LuceneSearchIndex.open(
                new LuceneSettings(folder.resolve("index"), 16, Duration.ofMinutes(2), 150),
                new TextAnalysis(UnaryOperator.identity()),
                RECIPE,
                InstantSource.system());
    }

    @AfterEach
    void close() {
        index().close();
    }

    @Override
    protected SearchIndex index() {
        return Objects.requireNonNull(index);
    }
}
