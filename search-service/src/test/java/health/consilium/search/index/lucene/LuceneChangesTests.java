package health.consilium.search.index.lucene;

import static health.consilium.search.index.Documents.article;
import static health.consilium.search.index.Requests.everything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.search.index.ChangesContract;
import health.consilium.search.index.SearchIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneChangesTests extends ChangesContract {

    @TempDir
    Path folder;

    @Override
    protected SearchIndex open() {
        return open(folder.resolve("index"));
    }

    @Test
    void goesOnFromItsOffsetsWhenReopened() {
        index.apply(List.of(article("a").version(3).put()), Map.of(PARTITION, 4L));
        index.close();

        index = open();

        assertThat(index.offsets()).containsExactly(Map.entry(PARTITION, 4L));
        assertThat(index.visibleVersion(article("a").key())).isEqualTo(3);
    }

    @Test
    void remembersRemovedDocumentsWhenReopened() {
        index.apply(
                List.of(article("a").version(3).put(), article("a").version(4).remove()), Map.of());
        index.close();

        index = open();
        apply(List.of(article("a").version(3).put()));

        assertThat(search(everything()).total()).isZero();
    }

    @Test
    void agreesWithItsOffsetsAfterACrashAtAnyPoint() throws IOException {
        for (long offset = 0; offset < 40; offset++) {
            index.apply(List.of(article("a" + offset).put()), Map.of(PARTITION, offset + 1));
            if (offset % 7 == 3) {
                index.commit();
            }
            if (offset % 5 == 4) {
                index.refresh();
            }
            Path crashed = copy("crash" + offset);

            try (SearchIndex restarted = open(crashed)) {
                long next = restarted.offsets().getOrDefault(PARTITION, 0L);
                assertThat(restarted.search(everything().build()).total()).isEqualTo(next);
            }
        }
    }

    @Test
    void commitsWhileChangesArriveWithoutLosingAny() throws Exception {
        Thread commits = Thread.ofPlatform().start(() -> {
            for (int count = 0; count < 20; count++) {
                index.commit();
            }
        });
        long offset = 0;
        while (commits.isAlive() || offset < 100) {
            index.apply(List.of(article("a" + offset).put()), Map.of(PARTITION, ++offset));
        }
        commits.join();
        index.commit();

        try (SearchIndex restarted = open(copy("crash"))) {
            assertThat(restarted.offsets()).containsEntry(PARTITION, offset);
            assertThat(restarted.status().documents().values().stream()
                            .mapToLong(count -> count)
                            .sum())
                    .isEqualTo(offset);
        }
    }

    @Test
    void startsEmptyWhereTheIndexHasAnotherFormatOrIsDamaged() throws IOException {
        index.apply(List.of(article("a").put()), Map.of(PARTITION, 1L));
        index.close();
        try (Stream<Path> files = Files.list(folder.resolve("index/generation-1"))) {
            for (Path segments : files.filter(
                            file -> file.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(segments);
                bytes[bytes.length / 2]++;
                Files.write(segments, bytes);
            }
        }

        index = open();

        assertThat(index.offsets()).isEmpty();
        assertThat(search(everything()).total()).isZero();
    }

    @Test
    void refusesAFolderThatIsInUse() {
        assertThatThrownBy(this::open).hasMessageContaining("consilium.search.directory");
    }

    private Path copy(String name) throws IOException {
        return KilledProcess.copy(folder.resolve("index"), folder.resolve(name));
    }

    private static SearchIndex open(Path directory) {
        return TestIndex.open(directory, RECIPE, InstantSource.system());
    }
}
