package health.consilium.search.index.lucene;

import static health.consilium.search.index.Documents.article;
import static health.consilium.search.index.Requests.everything;
import static health.consilium.search.index.Requests.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.consilium.search.index.Change;
import health.consilium.search.index.Documents;
import health.consilium.search.index.IndexContract;
import health.consilium.search.index.IndexOrigin;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.IndexReplaced;
import health.consilium.search.index.NextIndex;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneRebuildTests extends IndexContract {

    private static final int DOCUMENTS = 30;
    private static final Executor READERS = reader -> Thread.ofPlatform().start(reader);

    @TempDir
    Path folder;

    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    protected SearchIndex open() {
        return open(folder.resolve("index"), RECIPE);
    }

    @Test
    void serveSearchesThatNeverFailAndNeverSeeAnEarlierVersion() {
        given(articles(1));
        AtomicBoolean goOn = new AtomicBoolean(true);
        List<CompletableFuture<Integer>> readers = IntStream.range(0, 3)
                .mapToObj(reader -> CompletableFuture.supplyAsync(() -> searches(goOn), READERS))
                .toList();

        for (int version = 2; version <= 8; version++) {
            given(articles(version));
            try (NextIndex next = index.next(now)) {
                next.apply(changes(version), Map.of());
                next.hold();
                next.takeOver();
            }
            assertThatThrownBy(index::offsets).isInstanceOf(IndexReplaced.class);
        }
        goOn.set(false);

        assertThat(readers).allSatisfy(reader -> assertThat(reader.join()).isPositive());
        assertThat(search(everything()).total()).isEqualTo(DOCUMENTS);
    }

    @Test
    void isInUseAtOnceWithItsOffsetsAndToldToThoseWhoWait() {
        given(article("a").titled("common"));
        AtomicInteger told = new AtomicInteger();
        index.onRefresh(told::incrementAndGet);

        try (NextIndex next = index.next(now)) {
            next.apply(List.of(article("a").version(2).titled("common").put()), Map.of(PARTITION, 7L));
            assertThat(index.visibleVersion(article("a").key())).isEqualTo(1);
            next.hold();
            next.takeOver();
        }

        assertThat(index.visibleVersion(article("a").key())).isEqualTo(2);
        assertThat(told).hasValue(1);
        assertThatThrownBy(() -> index.apply(List.of(), Map.of(PARTITION, 5L))).isInstanceOf(IndexReplaced.class);
        assertThat(index.offsets()).containsExactly(Map.entry(PARTITION, 7L));
    }

    @Test
    void keepsChangesWaitingWhileTheLastMessagesAreRead() {
        try (NextIndex next = index.next(now)) {
            next.hold();
            CompletableFuture<Void> change = CompletableFuture.runAsync(
                    () -> index.apply(List.of(article("late").put()), Map.of(PARTITION, 1L)));
            assertThat(search(everything()).total()).isZero();
            assertThat(change).isNotDone();

            next.release();
            await().until(change::isDone);
        }
        index.refresh();

        assertThat(search(everything()).total()).isEqualTo(1);
    }

    @Test
    void letsCursorsGoOnInTheirStateAndThenByTheirSortKeys() {
        given(articles(1));
        SearchHits first = search(words("common").newest().limit(10));

        rebuildWith(article("later").titled("common"));
        SearchHits second = search(words("common").newest().limit(10).after(first.next()));
        assertThat(second.total()).isEqualTo(DOCUMENTS);
        assertThat(generations()).hasSize(2);

        now = now.plusSeconds(121);
        index.refresh();
        SearchHits late = search(words("common").newest().limit(10).after(first.next()));
        assertThat(late.total()).isEqualTo(DOCUMENTS + 1);
        assertThat(generations()).hasSize(1);
        assertThat(late.hits()).extracting(hit -> hit.key().id()).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void leavesNoTraceWhenItIsGivenUp() {
        given(articles(1));

        try (NextIndex next = index.next(now)) {
            next.apply(List.of(article("other").put()), Map.of());
            next.commit();
            next.hold();
        }
        given(article("later"));

        assertThat(search(everything()).total()).isEqualTo(DOCUMENTS + 1);
        assertThat(generations()).hasSize(1);
    }

    @Test
    void isGoneAfterACrashBeforeItTookOver() throws IOException {
        given(articles(1));
        index.commit();
        try (NextIndex next = index.next(now)) {
            next.apply(List.of(article("other").put()), Map.of(PARTITION, 9L));
            next.commit();
            Path crashed = crash();

            try (SearchIndex restarted = open(crashed, RECIPE)) {
                assertThat(restarted.search(everything().build()).total()).isEqualTo(DOCUMENTS);
                assertThat(restarted.offsets()).isEmpty();
                assertThat(generations(crashed)).hasSize(1);
            }
        }
    }

    @Test
    void isTheOneInUseAfterACrashOnceItTookOver() throws IOException {
        given(articles(1));
        SearchHits kept = search(words("common").limit(10));
        now = now.plusSeconds(30);
        rebuildWith(article("later").titled("common"));
        Path crashed = crash();

        try (SearchIndex restarted = open(crashed, RECIPE)) {
            assertThat(restarted.search(everything().build()).total()).isEqualTo(DOCUMENTS + 1);
            assertThat(restarted.origin()).isEqualTo(new IndexOrigin(now, RECIPE));
            assertThat(generations(crashed)).hasSize(1);
        }
        assertThat(kept.next()).isNotNull();
    }

    @Test
    void isNotBegunBeforeItWasAskedFor() {
        Instant askedByAFasterClock = now.plusSeconds(5);

        try (NextIndex next = index.next(askedByAFasterClock)) {
            next.hold();
            next.takeOver();
        }

        assertThat(index.origin().begun()).isEqualTo(askedByAFasterClock);
    }

    @Test
    void keepsTheIndexOfAnEarlierService() throws IOException {
        given(articles(1));
        index.close();
        Path root = folder.resolve("index");
        try (Stream<Path> files = Files.list(root.resolve("generation-1"))) {
            for (Path file : files.filter(file -> !file.endsWith("write.lock")).toList()) {
                Files.move(file, root.resolve(file.getFileName()));
            }
        }
        Files.delete(root.resolve("live"));

        index = open(root, RECIPE);

        assertThat(search(everything()).total()).isEqualTo(DOCUMENTS);
    }

    @Test
    void findsByWordsAloneWhileTheVectorsAreAnotherModels() {
        Documents document = article("a").titled("common");
        apply(List.of(document.put(), document.vectors(new float[] {1, 0})));
        index.close();
        IndexRecipe another = new IndexRecipe(RECIPE.analysis(), "another-model");

        index = open(folder.resolve("index"), another);
        assertThat(index.findsByMeaning()).isFalse();
        assertThat(index.document(document.key()).orElseThrow().vectors()).isEmpty();
        assertThat(index.origin().recipe()).isEqualTo(RECIPE);

        try (NextIndex next = index.next(now)) {
            next.apply(List.of(document.put(), document.vectors(new float[] {1, 0, 0})), Map.of());
            next.hold();
            next.takeOver();
        }
        assertThat(index.findsByMeaning()).isTrue();
        assertThat(index.document(document.key()).orElseThrow().vectors()).hasSize(1);
        assertThat(index.origin().recipe()).isEqualTo(another);
    }

    @Test
    void emptiedIndicesAreMadeByTheRecipeOfTheService() {
        given(articles(1));
        index.close();
        IndexRecipe another = new IndexRecipe("another", "another-model");
        index = open(folder.resolve("index"), another);

        index.reset();

        assertThat(index.origin().recipe()).isEqualTo(another);
    }

    private int searches(AtomicBoolean goOn) {
        int searches = 0;
        long seen = 0;
        while (goOn.get()) {
            long version = index.visibleVersion(article("a0").key());
            assertThat(version).isGreaterThanOrEqualTo(seen);
            seen = version;
            SearchHits first = index.search(words("common").limit(10).build());
            assertThat(first.total()).isEqualTo(DOCUMENTS);
            SearchHits second =
                    index.search(words("common").limit(10).after(first.next()).build());
            List<String> both = new ArrayList<>(ids(first));
            both.addAll(ids(second));
            assertThat(both).doesNotHaveDuplicates().hasSize(20);
            searches++;
        }
        return searches;
    }

    private void rebuildWith(Documents added) {
        try (NextIndex next = index.next(now)) {
            next.apply(changes(1), Map.of());
            next.apply(List.of(added.put()), Map.of());
            next.hold();
            next.takeOver();
        }
    }

    private static List<String> ids(SearchHits page) {
        return page.hits().stream().map(hit -> hit.key().id()).toList();
    }

    private static List<Change> changes(long version) {
        return Stream.of(articles(version)).map(Documents::put).toList();
    }

    private static Documents[] articles(long version) {
        return IntStream.range(0, DOCUMENTS)
                .mapToObj(number -> article("a" + number).version(version).titled("common"))
                .toArray(Documents[]::new);
    }

    private List<Path> generations() {
        return generations(folder.resolve("index"));
    }

    private static List<Path> generations(Path root) {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(path -> path.getFileName().toString().startsWith("generation-"))
                    .toList();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private Path crash() throws IOException {
        return KilledProcess.copy(folder.resolve("index"), folder.resolve("crashed"));
    }

    private SearchIndex open(Path directory, IndexRecipe recipe) {
        return TestIndex.open(directory, recipe, () -> now);
    }
}
