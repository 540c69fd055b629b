package health.consilium.search.index;

import static health.consilium.search.index.Documents.article;
import static health.consilium.search.index.Documents.question;
import static health.consilium.search.index.Requests.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What any engine that knows vectors must do with them. */
public abstract class MeaningContract extends IndexContract {

    private static final float[] EAST = {1, 0, 0};
    private static final float[] NORTH = {0, 1, 0};
    private static final float[] ALMOST_EAST = {0.8f, 0.6f, 0};

    @Test
    void findsByMeaningWhatHasNoneOfTheWords() {
        Documents near = article("near").titled("Cerebrovascular accident");
        given(near, article("far").titled("Nosebleed"), article("word").titled("Stroke"));
        vectors(near, EAST);
        vectors(article("far").titled("Nosebleed"), NORTH);
        vectors(article("word").titled("Stroke"), ALMOST_EAST);

        assertThat(ids(words("stroke").meaning(EAST))).startsWith("word", "near");
        assertThat(ids(words("stroke"))).containsExactly("word");
        assertThat(search(words("stroke").meaning(EAST)).hits().get(1).matchedOn())
                .containsExactly(MatchedOn.MEANING);
    }

    @Test
    void goesByTheNearestPassage() {
        Documents one = article("one").titled("One").saying("Two passages.");
        Documents two = article("two").titled("Two").saying("One passage.");
        given(one, two);
        vectors(one, NORTH, EAST);
        vectors(two, ALMOST_EAST);

        assertThat(ids(words("neither").meaning(EAST))).containsExactly("one", "two");
    }

    @Test
    void countsADocumentOnceWhateverItsPassages() {
        Documents one = article("one").titled("Burns");
        given(one);
        vectors(one, EAST, ALMOST_EAST, NORTH);

        SearchHits hits = search(words("burns").meaning(EAST).counting(Facet.TYPE));

        assertThat(hits.hits()).hasSize(1);
        assertThat(hits.total()).isEqualTo(1);
        assertThat(hits.facets().get(Facet.TYPE)).containsExactly(new FacetCount("article", 1));
        assertThat(index.status().documents()).containsEntry(DocumentType.ARTICLE, 1L);
        assertThat(index.status().withVectors()).isEqualTo(1);
    }

    @Test
    void keepsVectorsWithTheTextThroughVersions() {
        Documents before = article("a").version(1).titled("Burns").saying("Cool it.");
        given(before);
        vectors(before, EAST);

        given(article("a").version(2).titled("Burns").saying("Cool it.").classified("injuries"));
        assertThat(index.hasVectors(before.key(), before.fingerprint())).isTrue();
        assertThat(ids(words("scald").meaning(EAST))).containsExactly("a");

        given(article("a").version(3).titled("Burns").saying("Something else."));
        assertThat(index.hasVectors(before.key(), before.fingerprint())).isFalse();
        assertThat(ids(words("scald").meaning(EAST))).isEmpty();
    }

    @Test
    void letsVectorsWaitForTheirText() {
        Documents later = article("a").version(2).titled("Burns").saying("New text.");
        vectors(later, EAST);
        given(article("a").version(1).titled("Burns").saying("Old text."));
        assertThat(ids(words("scald").meaning(EAST))).isEmpty();

        given(later);

        assertThat(ids(words("scald").meaning(EAST))).containsExactly("a");
    }

    @Test
    void joinsVectorsAndTextsOfOneBatch() {
        Documents first = article("a").titled("Burns");
        Documents second = article("b").titled("Frost");

        apply(List.of(first.put(), first.vectors(EAST), second.vectors(EAST), second.put()));

        assertThat(ids(words("scald").meaning(EAST))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void forgetsVectorsWithTheirDocument() {
        Documents gone = article("a").version(1).titled("Burns");
        given(gone);
        vectors(gone, EAST);

        apply(List.of(article("a").version(2).remove()));
        assertThat(ids(words("scald").meaning(EAST))).isEmpty();

        apply(List.of(article("a").version(3).titled("Burns").put()));
        assertThat(ids(words("scald").meaning(EAST))).isEmpty();
    }

    @Test
    void filtersAndExcludesWhatIsFoundByMeaning() {
        Documents one = article("article").titled("Burns").saying("From acid.");
        Documents two = question("question").titled("Burnt?").saying("From fire.");
        given(one, two);
        vectors(one, EAST);
        vectors(two, ALMOST_EAST);
        Filters questions = new Filters(Set.of(DocumentType.QUESTION), Set.of(), Set.of(), Set.of(), Set.of());

        assertThat(ids(words("scald").meaning(EAST).only(questions))).containsExactly("question");
        assertThat(ids(words("scald").meaning(EAST).without("acid"))).containsExactly("question");
    }

    @Test
    void ranksWordsOfDocumentsWithoutVectorsAsIfTheyWereTheirMeaning() {
        Documents related = article("related").titled("Pain relief at home");
        given(article("new").titled("Migraine"), related);
        vectors(related, ALMOST_EAST);

        assertThat(ids(words("migraine").meaning(EAST))).startsWith("new");
    }

    @Test
    void pagesThroughWordsAndMeaningsWithoutRepeatingOrSkipping() {
        List<Documents> documents = IntStream.range(0, 250)
                .mapToObj(number -> article(Integer.toString(number))
                        .titled("Article " + number)
                        .saying(number % 2 == 0 ? "common " + "filler ".repeat(number % 13) : "other"))
                .toList();
        given(documents.toArray(Documents[]::new));
        for (int number = 1; number < 60; number += 2) {
            vectors(documents.get(number), EAST);
        }
        List<String> seen = new ArrayList<>();
        @Nullable Position position = null;

        do {
            SearchHits page = search(words("common").meaning(EAST).limit(30).after(position));
            page.hits().forEach(hit -> seen.add(hit.key().id()));
            position = page.next();
        } while (position != null);

        assertThat(seen).doesNotHaveDuplicates().hasSize(125 + 30);
    }

    private void vectors(Documents document, float[]... vectors) {
        apply(List.of(document.vectors(vectors)));
    }
}
