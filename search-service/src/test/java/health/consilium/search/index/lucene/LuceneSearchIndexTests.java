package health.consilium.search.index.lucene;

import static health.consilium.search.index.Documents.article;
import static health.consilium.search.index.Requests.words;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.SearchIndexContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneSearchIndexTests extends SearchIndexContract {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    protected SearchIndex open() {
        return TestIndex.open(folder, RECIPE, () -> now);
    }

    @Test
    void goesOnInTheSameStateThroughTwoMinutesOfChanges() {
        given(commonArticles(30));
        SearchHits first = search(words("common").limit(10));

        for (int second = 0; second < 115; second++) {
            for (int change = 0; change < 4; change++) {
                given(article("later-" + second + "-" + change).titled("common"));
                search(words("common").limit(10));
                now = now.plusMillis(250);
            }
        }

        assertThat(search(words("common").limit(10).after(first.next())).total())
                .isEqualTo(30);
    }

    @Test
    void forgetsTheStateBehindACursorAfterItsLife() {
        given(commonArticles(30));
        SearchHits first = search(words("common").limit(10));
        given(article("later").titled("common"));

        now = now.plusSeconds(119);
        SearchHits second = search(words("common").limit(10).after(first.next()));
        now = now.plusSeconds(119);
        SearchHits inTime = search(words("common").limit(10).after(first.next()));
        now = now.plusSeconds(121);
        SearchHits late = search(words("common").limit(10).after(first.next()));

        assertThat(List.of(second.total(), inTime.total(), late.total())).containsExactly(30L, 30L, 31L);
    }

    @Test
    void beginsListsOfOneSecondInTheSameState() {
        given(commonArticles(30));
        search(words("common").limit(10));
        given(article("later").titled("common unique"));

        assertThat(search(words("common").limit(10)).total()).isEqualTo(30);
        assertThat(ids(words("unique").limit(10))).containsExactly("later");
        now = now.plusMillis(1_001);
        assertThat(search(words("common").limit(10)).total()).isEqualTo(31);
    }
}
