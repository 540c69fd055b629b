package health.consilium.search.index.opensearch;

import static health.consilium.search.index.Documents.article;
import static health.consilium.search.index.Requests.everything;
import static health.consilium.search.index.Requests.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.search.index.Applied;
import health.consilium.search.index.ChangesContract;
import health.consilium.search.index.NextIndex;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.SearchIndexUnavailable;
import health.consilium.stack.test.RealServers;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

@RealServers(kafka = false, keycloak = false, opensearch = true)
@SpringBootTest(classes = NoBeans.class)
class OpenSearchChangesIT extends ChangesContract {

    private final OwnIndex own;

    OpenSearchChangesIT(@Value("${consilium.search.opensearch.uris}") URI node) {
        own = OwnIndex.on(node);
    }

    @Override
    protected SearchIndex open() {
        return own.openFirst();
    }

    @Override
    protected void delete() {
        own.delete();
    }

    @Test
    void goesOnFromSavedOffsetsThatOnlyGrow() {
        index.apply(List.of(article("a").put()), Map.of(PARTITION, 9L));
        try (SearchIndex late = own.open()) {
            late.apply(List.of(article("b").put()), Map.of(PARTITION, 4L));
            index.commit();
            late.commit();
        }

        try (SearchIndex next = own.open()) {
            assertThat(next.offsets()).containsExactly(Map.entry(PARTITION, 9L));
        }
    }

    @Test
    void forgetsOffsetsThatWereNotSaved() {
        index.apply(List.of(article("a").put()), Map.of(PARTITION, 9L));

        try (SearchIndex next = own.open()) {
            assertThat(next.offsets()).isEmpty();
            Applied again = next.apply(List.of(article("a").put()), Map.of(PARTITION, 9L));
            assertThat(again).isEqualTo(new Applied(0, 1));
        }
    }

    @Test
    void startsAgainFromTheOffsetsOfAnIndexThatReplacedTheirs() {
        SearchIndex other = own.open();
        other.apply(List.of(article("old").put()), Map.of(PARTITION, 50L));
        index.reset();

        assertThatThrownBy(() -> other.apply(List.of(article("late").put()), Map.of(PARTITION, 51L)))
                .isInstanceOf(SearchIndexUnavailable.class);
        other.commit();

        assertThat(other.offsets()).isEmpty();
        other.apply(List.of(article("new").put()), Map.of(PARTITION, 1L));
        other.refresh();
        assertThat(ids(everything())).containsExactly("new");
        other.close();
    }

    @Test
    void noticesBeforeItTakesMoreThatAnotherReplacedTheIndex() {
        SearchIndex other = own.open();
        other.apply(List.of(article("old").put()), Map.of(PARTITION, 50L));
        index.reset();

        assertThatThrownBy(other::offsets).isInstanceOf(SearchIndexUnavailable.class);
        assertThat(other.offsets()).isEmpty();
        other.close();
    }

    @Test
    void isRebuiltBesideAndThenFedFromTheOffsetsOfTheNewOne() {
        given(commonArticles(30));
        SearchHits first = search(words("common").newest().limit(10));
        Instant begun = Instant.now().plusSeconds(3600);

        try (NextIndex next = index.next(begun)) {
            next.apply(List.of(article("new").version(2).titled("common").put()), Map.of(PARTITION, 7L));
            assertThat(index.visibleVersion(article("new").key())).isZero();
            next.hold();
            assertThatThrownBy(() -> index.apply(List.of(article("late").put()), Map.of(PARTITION, 6L)))
                    .isInstanceOf(SearchIndexUnavailable.class);
            assertThat(search(everything()).total()).isEqualTo(30);
            next.takeOver();
        }

        assertThat(ids(everything().latest())).containsExactly("new");
        assertThat(index.offsets()).containsExactly(Map.entry(PARTITION, 7L));
        assertThat(index.origin().begun()).isEqualTo(begun);
        assertThat(search(words("common").newest().limit(10).after(first.next()))
                        .total())
                .isEqualTo(30);
    }

    @Test
    void isFedOnWhenARebuildIsGivenUp() {
        given(article("a"));

        try (NextIndex next = index.next(Instant.now())) {
            next.apply(List.of(article("other").put()), Map.of(PARTITION, 7L));
            next.hold();
        }
        given(article("b"));

        assertThat(ids(everything().latest())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void isFedOnOnceTheNextRebuildBeginsAfterOneDiedHoldingIt() {
        given(article("a"));
        NextIndex died = index.next(Instant.now());
        died.hold();

        try (NextIndex next = index.next(Instant.now())) {
            given(article("b"));
            assertThatThrownBy(() -> died.apply(List.of(article("ghost").put()), Map.of()))
                    .isInstanceOf(SearchIndexUnavailable.class);
            next.apply(List.of(article("a").put(), article("b").put()), Map.of());
            next.hold();
            next.takeOver();
        }

        assertThat(ids(everything().latest())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void keepsWhatSeveralServicesWriteAtTheirLatestVersions() {
        try (SearchIndex other = own.open()) {
            for (int version = 1; version <= 20; version++) {
                index.apply(
                        List.of(article("a")
                                .version(version)
                                .titled("v" + version)
                                .put()),
                        Map.of());
                other.apply(
                        List.of(article("a")
                                .version(21 - version)
                                .titled("v" + (21 - version))
                                .put()),
                        Map.of());
            }
        }
        index.refresh();

        assertThat(index.visibleVersion(article("a").key())).isEqualTo(20);
        assertThat(search(everything()).hits().getFirst().title()).isEqualTo("v20");
    }
}
