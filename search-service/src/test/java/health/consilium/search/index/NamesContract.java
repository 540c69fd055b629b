package health.consilium.search.index;

import static health.consilium.search.index.Documents.article;
import static health.consilium.search.index.Documents.question;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.index.Suggestion.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What any engine must suggest while somebody types, and when a word is in no document. */
public abstract class NamesContract extends IndexContract {

    @BeforeEach
    void documents() {
        given(
                article("menieres").titled("Living with M\u00e9ni\u00e8re's disease"),
                article("ecg").titled("What an electrocardiogram shows"),
                question("heart")
                        .titled("Is my heart racing?")
                        .about("Palpitations", "Heart rhythm")
                        .answeredBy("Dr Ada Whitcombe")
                        .in("cardiology"),
                question("other").titled("Can I run?").answeredBy("Dr Ada Whitcombe"));
    }

    @Test
    void suggestsTitlesTopicsDoctorsAndSpecialties() {
        assertThat(suggested("heart")).containsExactlyInAnyOrder("Heart rhythm", "Is my heart racing?");
        assertThat(suggested("palp")).containsExactly("Palpitations");
        assertThat(suggested("whit")).containsExactly("Dr Ada Whitcombe");
        assertThat(suggested("cardiol")).containsExactly("cardiology");
        assertThat(index.suggestions("whit", 5).getFirst().kind()).isEqualTo(Kind.DOCTOR);
    }

    @Test
    void suggestsWithoutAccentsAndFromTheMiddle() {
        assertThat(suggested("menier")).containsExactly("Living with M\u00e9ni\u00e8re's disease");
        assertThat(suggested("dis liv")).containsExactly("Living with M\u00e9ni\u00e8re's disease");
        assertThat(suggested("cardiogr")).containsExactly("What an electrocardiogram shows");
    }

    @Test
    void knowsWhatSomethingIsCalledInWhateverOrder() {
        assertThat(index.has(IndexField.WHOLE, "heart+rhythm")).isTrue();
        assertThat(index.has(IndexField.WHOLE, "heart")).isFalse();
    }

    @Test
    void suggestsInSpiteOfTypingErrors() {
        assertThat(suggested("electrocordi")).containsExactly("What an electrocardiogram shows");
        assertThat(suggested("palpatation")).containsExactly("Palpitations");
    }

    @Test
    void tellsWhatWasTypedAndWhoseTitleItIs() {
        Suggestion suggestion = index.suggestions("hea rac", 5).getFirst();

        assertThat(suggestion.document()).isEqualTo(question("heart").key());
        assertThat(suggestion.matches()).containsExactly(new Span(6, 9), new Span(12, 15));
    }

    @Test
    void suggestsNoNameThatNoDocumentHasAnyMore() {
        apply(List.of(
                question("heart").version(2).remove(),
                question("other").version(2).remove()));

        assertThat(suggested("whit")).isEmpty();
        assertThat(suggested("palp")).isEmpty();
        assertThat(suggested("heart")).isEmpty();
    }

    @Test
    void suggestsNothingForNothing() {
        assertThat(suggested("")).isEmpty();
        assertThat(suggested(" ?! * ")).isEmpty();
        assertThat(suggested("zzzzzzzz")).isEmpty();
    }

    @Test
    void knowsTheWordsThatWereProbablyMeant() {
        assertThat(index.corrections(List.of("palpitatons", "heart", "zzzzzzzz")))
                .isEqualTo(Map.of("palpitatons", List.of("palpitations"), "zzzzzzzz", List.of()));
    }

    @Test
    void prefersTheWordsThatAreOneEditAway() {
        given(question("one").titled("A lumbar puncture"), question("two").titled("A limber dancer"));

        assertThat(index.corrections(List.of("lumbor"))).isEqualTo(Map.of("lumbor", List.of("lumbar")));
    }

    @Test
    void givesBackADocumentAsItWasPutIn() {
        Change.Put put = (Change.Put) question("heart")
                .titled("Is my heart racing?")
                .about("Palpitations", "Heart rhythm")
                .answeredBy("Dr Ada Whitcombe")
                .in("cardiology")
                .put();

        assertThat(index.document(question("heart").key())).contains(new IndexedDocument(put.document(), List.of()));
        assertThat(index.document(question("nobody").key())).isEmpty();
    }

    private List<String> suggested(String typed) {
        return index.suggestions(typed, 10).stream().map(Suggestion::text).toList();
    }
}
