package health.consilium.search.index.lucene;

import health.consilium.search.index.MeaningContract;
import health.consilium.search.index.SearchIndex;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class LuceneMeaningTests extends MeaningContract {

    @TempDir
    Path folder;

    @Override
    protected SearchIndex open() {
        return TestIndex.open(folder, RECIPE, InstantSource.system());
    }
}
