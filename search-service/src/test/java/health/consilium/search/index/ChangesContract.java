package health.consilium.search.index;

import static health.consilium.search.index.Documents.article;
import static health.consilium.search.index.Documents.question;
import static health.consilium.search.index.Requests.everything;
import static health.consilium.search.index.Requests.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How any engine behind the port takes in changes, and what it remembers of them. */
public abstract class ChangesContract extends IndexContract {

    @Test
    void dropsVersionsItHasSeen() {
        apply(List.of(article("a").version(3).titled("third").put()));

        Applied again = index.apply(
                List.of(
                        article("a").version(3).titled("third").put(),
                        article("a").version(2).titled("second").put(),
                        article("b").version(1).titled("other").put(),
                        article("b").version(1).titled("other").put()),
                Map.of());
        index.refresh();

        assertThat(again).isEqualTo(new Applied(1, 3));
        assertThat(ids(words("third second"))).containsExactly("a");
        assertThat(search(everything()).total()).isEqualTo(2);
    }

    @Test
    void keepsRemovedDocumentsRemoved() {
        apply(List.of(article("a").version(3).titled("word").put()));

        apply(List.of(
                article("a").version(4).remove(),
                article("a").version(4).remove(),
                article("a").version(3).titled("word").put()));

        assertThat(search(everything()).total()).isZero();
        assertThat(index.visibleVersion(article("a").key())).isEqualTo(4);
    }

    @Test
    void bringsBackADocumentPublishedAgain() {
        apply(List.of(
                article("a").version(3).put(),
                article("a").version(4).remove(),
                article("a").version(5).put()));

        assertThat(search(everything()).total()).isEqualTo(1);
    }

    @Test
    void removesWhateverVersionThereIsForATombstoneWithoutOne() {
        apply(List.of(article("a").version(3).put()));

        apply(List.of(article("a").version(0).remove(), article("a").version(3).put()));

        assertThat(search(everything()).total()).isZero();
    }

    @Test
    void showsChangesOnlyAfterARefresh() {
        AtomicInteger refreshes = new AtomicInteger();
        index.onRefresh(refreshes::incrementAndGet);

        index.apply(List.of(article("a").version(7).put()), Map.of());
        long before = index.visibleVersion(article("a").key());
        index.refresh();

        assertThat(before).isZero();
        assertThat(index.visibleVersion(article("a").key())).isEqualTo(7);
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void remembersOffsetsAndForgetsThemWithEverything() {
        index.apply(List.of(article("a").put()), Map.of(PARTITION, 12L));
        Map<SourcePartition, Long> applied = index.offsets();

        index.reset();

        assertThat(applied).containsEntry(PARTITION, 12L);
        assertThat(index.offsets()).isEmpty();
        assertThat(search(everything()).total()).isZero();
    }

    @Test
    void countsDocumentsByType() {
        given(article("a"), article("b"), question("c"));

        assertThat(index.status().documents())
                .containsEntry(DocumentType.ARTICLE, 2L)
                .containsEntry(DocumentType.QUESTION, 1L)
                .containsEntry(DocumentType.PAPER, 0L);
    }
}
