package health.consilium.search.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTests {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Breaker breaker = new Breaker(3, PAUSE);

    @Test
    void standsSomeFailures() {
        breaker.failed(at(0));
        breaker.failed(at(1));

        assertThat(breaker.allows(at(1))).isTrue();
    }

    @Test
    void stopsTryingForAWhileAfterFailuresInARow() {
        failThreeTimes();

        assertThat(breaker.allows(at(4_999))).isFalse();
        assertThat(breaker.allows(at(5_000))).isTrue();
    }

    @Test
    void countsOnlyFailuresInARow() {
        breaker.failed(at(0));
        breaker.failed(at(0));
        breaker.succeeded();
        breaker.failed(at(0));

        assertThat(breaker.allows(at(0))).isTrue();
    }

    @Test
    void stopsAgainAtTheFirstFailureAfterThePause() {
        failThreeTimes();
        breaker.failed(at(6_000));

        assertThat(breaker.allows(at(6_000))).isFalse();
    }

    private void failThreeTimes() {
        breaker.failed(at(0));
        breaker.failed(at(0));
        breaker.failed(at(0));
    }

    private static long at(long milliseconds) {
        return Duration.ofMillis(milliseconds).toNanos();
    }
}
