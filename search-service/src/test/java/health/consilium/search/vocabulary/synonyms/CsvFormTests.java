package health.consilium.search.vocabulary.synonyms;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.vocabulary.SynonymRule;
import health.consilium.search.vocabulary.synonyms.Reading.InvalidLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormTests {

    private final CsvForm form = new CsvForm();

    @Test
    void readsAPairALine() {
        Reading reading = form.read("term,synonym\r\nflu,influenza\r\n\r\n\"cold, common\",\"a \"\"cold\"\"\"\r\n");

        assertThat(reading.invalid()).isEmpty();
        assertThat(reading.rules())
                .containsExactly(
                        SynonymRule.equivalent(List.of("flu", "influenza")),
                        SynonymRule.equivalent(List.of("cold, common", "a \"cold\"")));
    }

    @Test
    void readsDirections() {
        Reading reading = form.read("Term,Synonym,Direction\nPE,pulmonary embolism,one-way\nflu,influenza,BOTH\n");

        assertThat(reading.rules())
                .containsExactly(
                        SynonymRule.oneWay(List.of("PE"), List.of("pulmonary embolism")),
                        SynonymRule.equivalent(List.of("flu", "influenza")));
    }

    @Test
    void mergesPairsAndIgnoresATermThatStandsForItself() {
        Reading reading = form.read("term,synonym\nflu,influenza\nInfluenza,Flu\ncough,Cough\n");

        assertThat(reading.rules()).hasSize(1);
        assertThat(reading.merged()).isEqualTo(1);
        assertThat(reading.ignored()).isEqualTo(1);
    }

    @Test
    void saysWhichLinesAreWrongAndWhy() {
        Reading reading = form.read("""
                term,synonym,direction
                flu,influenza
                "two
                lines",fine,both
                flu,influenza,sideways

                flu,,both
                flu,influenza,both,more
                """);

        assertThat(reading.invalid())
                .containsExactly(
                        new InvalidLine(2, "has 2 columns; the header has 3."),
                        new InvalidLine(5, "has a direction other than both and one-way."),
                        new InvalidLine(7, "has an empty term."),
                        new InvalidLine(8, "has 4 columns; the header has 3."));
        assertThat(reading.rules()).containsExactly(SynonymRule.equivalent(List.of("two lines", "fine")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flu,influenza\n", "term;synonym\nflu;influenza\n", "term\nflu\n"})
    void asksForTheHeader(String text) {
        assertThat(form.read(text).invalid())
                .containsExactly(new InvalidLine(1, "must be the header term,synonym or term,synonym,direction."));
    }

    @Test
    void stopsWhereQuotesAreBroken() {
        Reading reading = form.read("term,synonym\nflu,influenza\ncold,\"never closed\nmore,lines\n");

        assertThat(reading.invalid()).hasSize(1).first().satisfies(line -> {
            assertThat(line.line()).isEqualTo(3);
            assertThat(line.reason()).startsWith("breaks the rules of CSV: Missing closing quote");
        });
    }

    @Test
    void writesEveryPairOfARule() {
        String text = form.write(List.of(
                SynonymRule.equivalent(List.of("a", "b, c", "d")),
                SynonymRule.oneWay(List.of("x", "y"), List.of("z"))));

        assertThat(text).isEqualTo("""
                term,synonym,direction
                a,"b, c",both
                a,d,both
                "b, c",d,both
                x,z,one-way
                y,z,one-way
                """);
        assertThat(form.read(text).rules()).hasSize(5);
    }
}
