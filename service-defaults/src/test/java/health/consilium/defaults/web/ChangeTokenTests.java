package health.consilium.defaults.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTokenTests {

    @ParameterizedTest
    @ValueSource(strings = {"treatment-surgery", "01890a5d-ac96-774b-bcce-b302099a8057", "a|b", "größe", " "})
    void isReadBackAsItWasWritten(String id) {
        var token = new ChangeToken("note", id, 42);

        String text = token.encode();

        assertThat(text).matches("[A-Za-z0-9_-]+");
        assertThat(ChangeToken.parse(text)).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1|note",
                "1|note||id",
                "1|note|-1|id",
                "1|note|7|",
                "1|Note|7|id",
                "2|note|7|id",
                "1|note|9999999999999999999|id",
                "1|note|7|id\nmore"
            })
    void refusesAnotherText(String plain) {
        assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesWhatNoWriteAnsweredWith() {
        assertRefused("not base64!");
        assertRefused("\"7\"");
    }

    private static void assertRefused(String token) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ChangeToken.parse(token))
                .returns(ProblemTypes.INVALID_REQUEST, ProblemException::type)
                .satisfies(problem -> assertThat(problem.errors().getFirst()).containsEntry("parameter", "after"));
    }
}
