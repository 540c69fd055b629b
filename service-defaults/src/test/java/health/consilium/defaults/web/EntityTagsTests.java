package health.consilium.defaults.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemType;
import health.consilium.defaults.problem.ProblemTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTests {

    @Test
    void areVersionsInQuotes() {
        assertThat(EntityTags.of(7)).isEqualTo("\"7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "\"1\", \"7\"", "\"1\",W/\"7\" ,\"9\"", "*"})
    void tellThatTheReaderHasThisVersion(String ifNoneMatch) {
        assertThat(EntityTags.matches(ifNoneMatch, 7)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "7", "\"77\"", "\"6\", \"8\"", "W/7", "\"7", "**"})
    void tellThatTheReaderHasAnotherVersionOrNone(@Nullable String ifNoneMatch) {
        assertThat(EntityTags.matches(ifNoneMatch, 7)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "\"9\"", "\"1\", \"7\"", " \"7\" ", "*"})
    void letPassAChangeOfAnyCurrentVersion(String ifMatch) {
        assertThatCode(() -> EntityTags.requireCurrent(ifMatch, 7, 9)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void demandThatAChangeNamesAVersion(@Nullable String ifMatch) {
        assertRefused(ifMatch, ProblemTypes.PRECONDITION_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"8\"", "7", "W/\"7\"", "\"1\", \"2\"", "\"07\""})
    void stopAChangeOfAnotherVersion(String ifMatch) {
        assertRefused(ifMatch, ProblemTypes.STALE_VERSION);
    }

    private static void assertRefused(@Nullable String ifMatch, ProblemType type) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> EntityTags.requireCurrent(ifMatch, 7, 9))
                .returns(type, ProblemException::type);
    }
}
