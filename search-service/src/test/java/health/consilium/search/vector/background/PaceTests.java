package health.consilium.search.vector.background;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTests {

    private static final double IDLE = 0.5;

    private final Pace pace = new Pace(0.1, 5, 0.9, 0);

    @Test
    void neverRestsWhenItIsQuiet() {
        long changes = 0;
        for (int second = 1; second < 60; second++) {
            changes += 3;

            assertThat(pace.rest(at(80), changes, IDLE, at(second * 1_000L))).isZero();
        }
    }

    @Test
    void worksATenthOfTheTimeWhileChangesPourIn() {
        long changes = 0;
        long now = 0;
        long worked = 0;
        for (int text = 0; text < 50; text++) {
            changes += 1_000;
            long rest = pace.rest(at(80), changes, IDLE, at(now));
            worked += 80;
            now += 80 + NANOSECONDS.toMillis(rest);
        }

        assertThat(worked / (double) now).isBetween(0.09, 0.12);
    }

    @Test
    void worksAllTheTimeAgainSomeSecondsAfterAnImport() {
        pace.rest(at(80), 16_407, IDLE, at(1_000));

        assertThat(pace.rest(at(80), 16_407, IDLE, at(5_000))).isPositive();
        assertThat(pace.rest(at(80), 16_407, IDLE, at(20_000))).isZero();
    }

    @Test
    void noticesSoonThatItIsQuietHoweverLongAPieceOfWorkTook() {
        assertThat(pace.rest(at(60_000), 1_000, IDLE, at(60_000))).isEqualTo(at(5_000));
    }

    @Test
    void leavesBusyProcessorsToOthers() {
        assertThat(pace.rest(at(80), 0, 0.95, at(1_000))).isEqualTo(at(720));
        assertThat(pace.rest(at(80), 0, IDLE, at(2_000))).isZero();
    }

    private static long at(long milliseconds) {
        return MILLISECONDS.toNanos(milliseconds);
    }
}
