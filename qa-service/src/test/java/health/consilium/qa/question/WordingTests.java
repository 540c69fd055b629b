package health.consilium.qa.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.consilium.defaults.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTests {

    private final Wording wording = new Wording();

    @Test
    void countsWhatIsLeftOfATitleWithoutItsMarkup() {
        wording.line("/title", "<b>abc</b>", 5, 200);

        assertThat(wording.invalid()).containsExactly("/title must have 5 to 200 characters of plain text");
    }

    @Test
    void readsNothingOfATextThatIsFarTooLong() {
        String text = wording.line("/title", "<b>" + "x".repeat(800), 5, 200);

        assertThat(text).isEmpty();
        assertThat(wording.invalid()).containsExactly("/title must have at most 800 characters");
        assertThat(wording.removed()).isEmpty();
    }

    @Test
    void namesEveryInvalidField() {
        wording.line("/title", "abc", 5, 200);
        wording.text("/text", " ", 1, 10_000);
        wording.topics("/topics", List.of("Pain", "?"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(wording::requireValid)
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(error -> error.get("pointer"))
                        .containsExactly("/title", "/text", "/topics/1"));
    }

    @Test
    void takesABlankSpecialtyForUnknown() {
        assertThat(wording.specialty("/specialty", " ")).isNull();
        assertThat(wording.specialty("/specialty", "Ear, Nose & Throat")).isEqualTo("ear-nose-throat");
        assertThatCode(wording::requireValid).doesNotThrowAnyException();
    }
}
