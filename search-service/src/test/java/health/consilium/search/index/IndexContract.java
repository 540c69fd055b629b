package health.consilium.search.index;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of any engine have in common. */
public abstract class IndexContract {

    protected static final SourcePartition PARTITION = new SourcePartition("consilium.content.article.state.v1", 0);

    /** What the indices of tests are made by. */
    protected static final IndexRecipe RECIPE = new IndexRecipe("of-tests", "a-model");

    /** The index of this test, empty at first. */
    protected SearchIndex index;

    @BeforeEach
    final void openIndex() {
        index = open();
    }

    @AfterEach
    final void closeIndex() {
        index.close();
        delete();
    }

    /** Makes an empty index. */
    protected abstract SearchIndex open();

    /** Removes what a closed index leaves behind. */
    protected void delete() {}

    /** Articles a0, a1 … with the same title. */
    protected static Documents[] commonArticles(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Documents.article("a" + number).titled("common"))
                .toArray(Documents[]::new);
    }

    protected final void given(Documents... documents) {
        apply(Arrays.stream(documents).map(Documents::put).toList());
    }

    protected final void apply(List<Change> changes) {
        index.apply(changes, Map.of());
        index.refresh();
    }

    protected final SearchHits search(Requests request) {
        return index.search(request.build());
    }

    protected final List<String> ids(Requests request) {
        return search(request).hits().stream().map(hit -> hit.key().id()).toList();
    }
}
