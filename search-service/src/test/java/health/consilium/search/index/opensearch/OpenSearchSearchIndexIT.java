package health.consilium.search.index.opensearch;

import static health.consilium.search.index.Documents.article;
import static health.consilium.search.index.Requests.words;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.index.Change;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.SearchIndexContract;
import health.consilium.stack.test.RealServers;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

@RealServers(kafka = false, keycloak = false, opensearch = true)
@SpringBootTest(classes = NoBeans.class)
class OpenSearchSearchIndexIT extends SearchIndexContract {

    private final OwnIndex own;

    OpenSearchSearchIndexIT(@Value("${consilium.search.opensearch.uris}") URI node) {
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
    void goesOnFromACursorOfAnotherServiceAndAfterTheStateBehindItIsGone() {
        given(commonArticles(30));
        SearchHits first = search(words("common").limit(10));
        given(article("later").titled("common"));

        try (SearchIndex other = own.open()) {
            SearchHits second =
                    other.search(words("common").limit(10).after(first.next()).build());
            assertThat(second.total()).isEqualTo(30);
        }
        index.close();
        index = own.open();
        SearchHits late = search(words("common").limit(10).after(first.next()));

        assertThat(late.total()).isEqualTo(31);
        assertThat(late.hits()).hasSize(10).doesNotContainAnyElementsOf(first.hits());
    }

    @Test
    void findsTheDocumentsOfKeysThatAreTooLongForTheCluster() {
        String longest = "x".repeat(700);
        given(article(longest).titled("Burns"));

        assertThat(ids(words("burns"))).containsExactly(longest);
        assertThat(index.visibleVersion(article(longest).key())).isEqualTo(1);
    }

    @Test
    void joinsDocumentsAndVectorsWhicheverComesFirst() {
        try (Connection connection = own.connect()) {
            Generation generation = own.generations(connection).current();
            VectorWriter writer = new VectorWriter(connection, new AnalysedText(OwnIndex.ANALYSIS));
            Change.Put before = (Change.Put) article("before").titled("One").put();
            Change.Put after = (Change.Put) article("after").titled("Two").put();
            Change.Put other = (Change.Put) article("other").titled("Three").put();

            apply(List.of(before));
            writer.join(List.of(), List.of(vectors(before), vectors(after), vectors(other)), generation);
            Change.Put changed = (Change.Put)
                    article("other").version(2).titled("Another text").put();
            apply(List.of(after, other, changed));
            writer.join(List.of(after, other, changed), List.of(), generation);
            index.refresh();

            assertThat(index.status().withVectors()).isEqualTo(2);
            assertThat(index.document(before.key()).orElseThrow().vectors()).hasSize(1);
            assertThat(index.document(after.key()).orElseThrow().vectors()).hasSize(1);
            assertThat(index.document(other.key()).orElseThrow().vectors()).isEmpty();
            assertThat(index.hasVectors(after.key(), after.document().text().fingerprint()))
                    .isTrue();
            assertThat(index.hasVectors(other.key(), other.document().text().fingerprint()))
                    .isFalse();
        }
    }

    @Test
    void findsByWordsAloneUnlessTheClusterHasThePlugin() {
        try (Connection connection = own.connect()) {
            boolean hasPlugin = connection
                    .read("tell its plugins", "/_cat/plugins?format=json")
                    .toString()
                    .contains("opensearch-knn");

            assertThat(index.findsByMeaning()).isEqualTo(hasPlugin);
            assertThat(index.status().engine()).startsWith("opensearch 3.");
        }
    }

    private static Change.Vectors vectors(Change.Put put) {
        return new Change.Vectors(put.key(), put.document().text().fingerprint(), List.of(new float[] {0.5f, 1}));
    }
}
