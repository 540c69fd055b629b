package health.consilium.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import health.consilium.search.index.Clause;
import health.consilium.search.index.SearchField;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTests {

    @Test
    void readsWords() {
        assertThat(QueryText.parse("  sore   throat ")).containsExactly(word("sore"), word("throat"));
    }

    @Test
    void readsPhrasesInAnyQuotes() {
        Clause phrase = new Clause(SearchField.ANY, "sore throat", true, false);

        assertThat(QueryText.parse("\"sore throat\"")).containsExactly(phrase);
        assertThat(QueryText.parse("\u201csore throat\u201d")).containsExactly(phrase);
        assertThat(QueryText.parse("\u201esore throat\u201c")).containsExactly(phrase);
    }

    @Test
    void readsExclusions() {
        assertThat(QueryText.parse("burns -acid -\"hot water\" -title:frost"))
                .containsExactly(
                        word("burns"),
                        new Clause(SearchField.ANY, "acid", false, true),
                        new Clause(SearchField.ANY, "hot water", true, true),
                        new Clause(SearchField.TITLE, "frost", false, true));
    }

    @Test
    void readsFields() {
        assertThat(QueryText.parse("title:burns Author:\"Ada Whitcombe\" doctor:whitcombe doi:10.5555/x.1"))
                .containsExactly(
                        new Clause(SearchField.TITLE, "burns", false, false),
                        new Clause(SearchField.AUTHOR, "Ada Whitcombe", true, false),
                        new Clause(SearchField.DOCTOR, "whitcombe", false, false),
                        new Clause(SearchField.DOI, "10.5555/x.1", false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.5555/x.1", "https://doi.org/10.5555/x.1", "doi:https://dx.doi.org/10.5555/x.1"})
    void knowsADoiWhenItSeesOne(String typed) {
        assertThat(QueryText.parse(typed)).containsExactly(new Clause(SearchField.DOI, "10.5555/x.1", false, false));
    }

    @Test
    void takesHyphensAndColonsInsideWordsAsTheyAre() {
        assertThat(QueryText.parse("x-ray ratio:3 12:30"))
                .containsExactly(word("x-ray"), word("ratio:3"), word("12:30"));
    }

    @Test
    void takesHalfAPhraseOrFieldAsWords() {
        assertThat(QueryText.parse("\"sore throat")).containsExactly(word("sore"), word("throat"));
        assertThat(QueryText.parse("title: burns")).containsExactly(word("title:"), word("burns"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "-", "\"", "\"\"", "- -- \"\" :", "?!", "*:*"})
    void readsNothingInWhatHasNoWords(String typed) {
        assertThat(QueryText.parse(typed)).isEmpty();
    }

    @Test
    void readsAnythingWithoutAnError() {
        Random random = new Random(7);
        String alphabet = "ab -\"():*?~^[]{}\\/+&|!\u201c\u4e2d\ud83d\ude00\u0000\ttitle:";

        IntStream.range(0, 2_000).forEach(round -> {
            StringBuilder typed = new StringBuilder();
            random.ints(20, 0, alphabet.length()).forEach(at -> typed.append(alphabet.charAt(at)));
            assertThatCode(() -> QueryText.parse(typed.toString())).doesNotThrowAnyException();
        });
    }

    private static Clause word(String text) {
        return new Clause(SearchField.ANY, text, false, false);
    }
}
