package health.consilium.search.index;

import static health.consilium.search.index.Documents.article;
import static health.consilium.search.index.Documents.paper;
import static health.consilium.search.index.Documents.question;
import static health.consilium.search.index.Requests.everything;
import static health.consilium.search.index.Requests.in;
import static health.consilium.search.index.Requests.phrase;
import static health.consilium.search.index.Requests.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What any engine behind the port must do. */
public abstract class SearchIndexContract extends IndexContract {

    @Test
    void ranksTitlesBeforeBodies() {
        given(
                article("mention").titled("Other matters").saying("A burn is an injury. We also talk of frost."),
                article("topic").titled("Burns and scalds").saying("Cool it under running water."),
                article("neither").titled("Nosebleed").saying("Lean forward."));

        assertThat(ids(words("burns"))).containsExactly("topic", "mention");
    }

    @Test
    void weighsTopicsLikeTitles() {
        given(
                question("body").titled("A question").saying("Somebody mentioned neoplasm once, among other things."),
                question("topic").titled("Another question").about("Neoplasm").saying("An answer."));

        assertThat(ids(words("neoplasm"))).containsExactly("topic", "body");
    }

    @Test
    void findsOtherFormsOfAWordAndAccents() {
        given(article("a").titled("Treatments of Ménière's disease").saying("It passes."));

        assertThat(ids(words("treating Meniere"))).containsExactly("a");
    }

    @Test
    void requiresPhrases() {
        given(
                article("phrase").titled("One").saying("Cool running water helps."),
                article("words").titled("Two").saying("Water that is running and cool."));

        assertThat(ids(phrase("running water"))).containsExactly("phrase");
    }

    @Test
    void findsNoPhraseAcrossPartsOfADocument() {
        given(article("a").titled("Water").headed("Cool running").saying("Nothing."));

        assertThat(ids(phrase("running water"))).isEmpty();
    }

    @Test
    void leavesOutWhatIsExcluded() {
        given(
                article("a").titled("Burns").saying("From fire."),
                article("b").titled("Burns").saying("From acid."));

        assertThat(ids(words("burns").without("acid"))).containsExactly("a");
        assertThat(ids(everything().without("acid"))).containsExactly("a");
    }

    @Test
    void looksInNamedFieldsOnly() {
        given(
                article("title").titled("Whitcombe's sign").by("Mara Lindqvist"),
                article("author").titled("Signs").by("Ada Whitcombe"),
                question("doctor").titled("A sign?").answeredBy("Dr Ada Whitcombe"),
                paper("paper").titled("On signs").doi("10.5555/signs.1"));

        assertThat(ids(in(SearchField.TITLE, "whitcombe"))).containsExactly("title");
        assertThat(ids(in(SearchField.AUTHOR, "whitcombe"))).containsExactly("author");
        assertThat(ids(in(SearchField.DOCTOR, "whitcombe"))).containsExactly("doctor");
        assertThat(ids(in(SearchField.DOI, "10.5555/SIGNS.1"))).containsExactly("paper");
        assertThat(ids(words("whitcombe"))).containsExactlyInAnyOrder("title", "author", "doctor");
    }

    @Test
    void answersWordsThatCarryNoMeaningByTheTitle() {
        given(article("a").titled("What is it"), article("b").titled("Burns"));

        assertThat(ids(words("what is it"))).containsExactly("a");
        assertThat(ids(words("??"))).isEmpty();
    }

    @Test
    void filtersByEveryAttribute() {
        given(
                question("q").titled("Pain").in("oncology").from(2017).written("en"),
                article("a")
                        .titled("Pain")
                        .classified("injuries", "home")
                        .from(2026)
                        .written("de"));

        assertThat(ids(words("pain").only(filters(DocumentType.QUESTION)))).containsExactly("q");
        assertThat(ids(everything().only(new Filters(Set.of(), Set.of("oncology"), Set.of(), Set.of(), Set.of()))))
                .containsExactly("q");
        assertThat(ids(everything().only(new Filters(Set.of(), Set.of(), Set.of("home"), Set.of(), Set.of()))))
                .containsExactly("a");
        assertThat(ids(everything().only(new Filters(Set.of(), Set.of(), Set.of(), Set.of("de"), Set.of()))))
                .containsExactly("a");
        assertThat(ids(everything().only(new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(2017, 1999)))))
                .containsExactly("q");
    }

    @Test
    void countsFacetsUnderTheFilters() {
        given(
                question("1").titled("Pain").in("oncology").from(2017),
                question("2").titled("Pain").in("oncology").from(2018),
                question("3").titled("Pain").in("cardiology").from(2018),
                article("4").titled("Pain").classified("injuries"));

        SearchHits hits = search(words("pain")
                .only(filters(DocumentType.QUESTION))
                .counting(Facet.TYPE, Facet.SPECIALTY, Facet.CLASSIFICATION, Facet.YEAR));

        assertThat(hits.facets().get(Facet.TYPE)).containsExactly(new FacetCount("question", 3));
        assertThat(hits.facets().get(Facet.SPECIALTY))
                .containsExactly(new FacetCount("oncology", 2), new FacetCount("cardiology", 1));
        assertThat(hits.facets().get(Facet.YEAR)).containsExactly(new FacetCount("2018", 2), new FacetCount("2017", 1));
        assertThat(hits.facets().get(Facet.CLASSIFICATION)).isEmpty();
    }

    @Test
    void browsesNewestFirst() {
        given(
                article("old").updated("2020-01-01T00:00:00Z"),
                article("new").updated("2026-01-01T00:00:00Z"),
                article("middle").updated("2023-01-01T00:00:00Z"));

        assertThat(ids(everything())).containsExactly("new", "middle", "old");
        assertThat(search(everything()).hits().getFirst().score()).isNull();
    }

    @Test
    void tellsWhereTheWordsStand() {
        given(question("a").titled("Is swimming safe?").about("Sport").saying("You may swim. Swimmers float."));

        Hit hit = search(words("swimming sport")).hits().getFirst();

        assertThat(hit.matchedOn()).containsExactlyInAnyOrder(MatchedOn.TITLE, MatchedOn.TOPIC, MatchedOn.BODY);
        assertThat(hit.matches())
                .extracting(span -> hit.body().substring(span.start(), span.end()))
                .containsExactly("swim");
    }

    @Test
    void countsAllOfAFewAndSaysWhenItStops() {
        given(many(1_200));

        assertThat(search(words("common")).exact()).isFalse();
        assertThat(search(words("common")).total()).isEqualTo(1_000);
        assertThat(search(words("number7")).total()).isEqualTo(1);
        assertThat(search(words("number7")).exact()).isTrue();
    }

    @Test
    void pagesWithoutRepeatingOrSkippingWhileTheIndexChanges() {
        given(many(95));
        List<String> seen = new ArrayList<>();
        @Nullable Position position = null;

        do {
            SearchHits page = search(words("common").limit(10).after(position));
            page.hits().forEach(hit -> seen.add(hit.key().id()));
            position = page.next();
            given(
                    article("late" + seen.size()).titled("common common").saying("common"),
                    article("94").version(1L + seen.size()).titled("common").saying("common number94 again"));
        } while (position != null);

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsAll(IntStream.range(0, 95).mapToObj(Integer::toString).toList());
    }

    @Test
    void pagesThroughTheNewestWithEqualTimes() {
        given(many(30));
        List<String> seen = new ArrayList<>();
        @Nullable Position position = null;

        do {
            SearchHits page = search(everything().limit(7).after(position));
            page.hits().forEach(hit -> seen.add(hit.key().id()));
            position = page.next();
        } while (position != null);

        assertThat(seen).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void showsNothingRemovedOnLaterPages() {
        given(many(20));
        SearchHits first = search(words("common").limit(10));
        List<Change> removals = IntStream.range(0, 20)
                .mapToObj(number -> article(Integer.toString(number)).version(2).remove())
                .toList();

        apply(removals);

        assertThat(search(words("common").limit(10).after(first.next())).hits()).isEmpty();
    }

    @Test
    void showsWhatChangedSinceInTodaysWordsOnLaterPages() {
        given(many(20));
        SearchHits first = search(words("common").limit(10));

        given(IntStream.range(0, 20)
                .mapToObj(number -> article(Integer.toString(number))
                        .version(2)
                        .titled("Redacted")
                        .saying(number % 2 == 0 ? "common still" : "nothing to see"))
                .toArray(Documents[]::new));

        assertThat(search(words("common").limit(10).after(first.next())).hits())
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.body()).isEqualTo("common still"))
                .allSatisfy(hit -> assertThat(hit.title()).isEqualTo("Redacted"));
    }

    @Test
    void showsTheLatestStateWhereAListMustBeginWithIt() {
        given(many(30));
        search(words("common").limit(10));

        given(article("late").titled("common"));

        assertThat(search(words("common").limit(10).latest()).total()).isEqualTo(31);
    }

    @Test
    void answersALetterOfThousandsOfWords() {
        given(article("a").titled("Burns").saying("Cool it."));
        String letter = IntStream.range(0, 3_000)
                .mapToObj(number -> "word" + number)
                .reduce("burns", (text, word) -> text + " " + word);

        assertThat(ids(words(letter))).containsExactly("a");
    }

    @Test
    void answersWhateverNumberOfExclusionsAndFields() {
        given(article("a").titled("Burns"), article("b").titled("Frost"));
        Requests excluding = everything();
        Requests requiring = in(SearchField.TITLE, "burns");
        IntStream.range(0, 1_100).forEach(number -> {
            excluding.without("frost");
            requiring.required(SearchField.TITLE, "burns");
        });
        String list = IntStream.range(0, 1_100).mapToObj(number -> "burns").collect(Collectors.joining(","));

        assertThat(ids(excluding)).containsExactly("a");
        assertThat(ids(requiring)).containsExactly("a");
        assertThat(ids(in(SearchField.TITLE, list))).containsExactly("a");
        assertThat(ids(phrase(list))).isEmpty();
        assertThat(ids(requiring.without(list).required(SearchField.AUTHOR, list)))
                .as("what is beyond is not asked for")
                .containsExactly("a");
    }

    private static Documents[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> article(Integer.toString(number))
                        .titled("Article " + number)
                        .saying("common number" + number + " filler".repeat(number % 13)))
                .toArray(Documents[]::new);
    }

    private static Filters filters(DocumentType type) {
        return new Filters(Set.of(type), Set.of(), Set.of(), Set.of(), Set.of());
    }
}
