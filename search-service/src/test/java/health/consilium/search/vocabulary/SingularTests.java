package health.consilium.search.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingularTests {

    @ParameterizedTest
    @CsvSource({
        "attacks, attack",
        "ovaries, ovary",
        "abscesses, abscess",
        "rashes, rash",
        "stitches, stitch",
        "headaches, headache",
        "viruses, virus",
        "causes, cause",
        "diseases, disease",
        "reflexes, reflex"
    })
    void takesThePluralOff(String plural, String singular) {
        assertThat(new Singular().apply(plural)).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvSource({"abscess", "virus", "sepsis", "gas", "flu"})
    void leavesSingularsAlone(String word) {
        assertThat(new Singular().apply(word)).isEqualTo(word);
    }
}
