package health.consilium.defaults.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTests {

    @Test
    void isTwentyUnlessTold() {
        assertThat(Limit.of(null).value()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100})
    void isWhatTheCallerAskedFor(int asked) {
        assertThat(Limit.of(asked).value()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void refusesOtherNumbers(int asked) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Limit.of(asked))
                .returns(ProblemTypes.INVALID_REQUEST, ProblemException::type)
                .satisfies(problem -> assertThat(problem.errors().getFirst()).containsEntry("parameter", "limit"));
    }
}
