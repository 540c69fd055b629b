package health.consilium.search.vocabulary.synonyms;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.vocabulary.SynonymRule;
import health.consilium.search.vocabulary.synonyms.Reading.InvalidLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolrFormTests {

    private final SolrForm form = new SolrForm();

    @Test
    void readsBothKindsOfRulesBetweenComments() {
        Reading reading = form.read("""
                # Heart

                heart attack , myocardial   infarction,MI
                  # indented
                PE, lung clot => pulmonary embolism
                """);

        assertThat(reading.invalid()).isEmpty();
        assertThat(reading.rules())
                .containsExactly(
                        SynonymRule.equivalent(List.of("heart attack", "myocardial infarction", "MI")),
                        SynonymRule.oneWay(List.of("PE", "lung clot"), List.of("pulmonary embolism")));
    }

    @Test
    void takesWhatFollowsABackslashLiterally() {
        Reading reading = form.read("a\\,b, c\\\\d, e \\=> f\n\\#1, first\n");

        assertThat(reading.rules())
                .containsExactly(
                        SynonymRule.equivalent(List.of("a,b", "c\\d", "e => f")),
                        SynonymRule.equivalent(List.of("#1", "first")));
    }

    @Test
    void mergesWhatIsSaidTwiceAndIgnoresWhatSaysNothing() {
        Reading reading = form.read("""
                Flu, influenza, flu
                influenza, FLU
                flu => influenza
                cold, Cold
                cold => cold
                cold => cold, coryza
                """);

        assertThat(reading.rules())
                .containsExactly(
                        SynonymRule.equivalent(List.of("Flu", "influenza")),
                        SynonymRule.oneWay(List.of("flu"), List.of("influenza")),
                        SynonymRule.oneWay(List.of("cold"), List.of("coryza")));
        assertThat(reading.merged()).isEqualTo(1);
        assertThat(reading.ignored()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            flu               | has a term without a synonym.
            flu,              | has an empty term.
            flu => ,          | has an empty term.
            => flu            | has an empty term.
            a => b => c       | has more than one =>.
            flu, !?           | has a term without a letter or digit.
            flu, influenza\\  | ends with a backslash.
            """)
    void saysWhatIsWrongWithALine(String line, String reason) {
        Reading reading = form.read("good, fine\n" + line + "\n");

        assertThat(reading.invalid()).containsExactly(new InvalidLine(2, reason));
        assertThat(reading.invalidLines()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsTooLong() {
        String words = "w ".repeat(17);
        String letters = "w".repeat(201);
        String terms = "t,".repeat(50) + "t";

        Reading reading = form.read("a, %s\na, %s\n%s\na, b\u0007\n".formatted(words, letters, terms));

        assertThat(reading.invalid())
                .containsExactly(
                        new InvalidLine(1, "has a term of more than 16 words."),
                        new InvalidLine(2, "has a term of more than 200 characters."),
                        new InvalidLine(3, "has 51 terms; there may be 50."),
                        new InvalidLine(4, "has a control character."));
    }

    @Test
    void takesTwentyThousandRules() {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < 20_001; number++) {
            text.append("a").append(number).append(",b").append(number).append('\n');
        }

        Reading reading = form.read(text.toString());

        assertThat(reading.rules()).hasSize(20_000);
        assertThat(reading.invalid())
                .containsExactly(new InvalidLine(20_001, "is one rule too many: there may be 20000."));
    }

    @Test
    void showsAHundredInvalidLinesAndCountsAll() {
        Reading reading = form.read("alone\n".repeat(150));

        assertThat(reading.invalid()).hasSize(100);
        assertThat(reading.invalidLines()).isEqualTo(150);
    }

    @Test
    void readsWhatItWrites() {
        List<SynonymRule> rules = List.of(
                SynonymRule.equivalent(List.of("#1", "a,b", "c\\d")),
                SynonymRule.equivalent(List.of("5-FU", "fluorouracil")),
                SynonymRule.oneWay(List.of("x => y", "z"), List.of("q", "Ménière's disease")));

        assertThat(form.read(form.write(rules)).rules()).isEqualTo(rules);
    }
}
