package health.consilium.search.feed;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshPolicyTests {

    private final RefreshPolicy policy = new RefreshPolicy(Duration.ofSeconds(1), 60, 0);

    @Test
    void showsALoneChangeAtOnce() {
        refreshAt(10);

        policy.applied(1, at(50));

        assertThat(policy.due(true, at(50))).isZero();
    }

    @Test
    void showsEachOfAFewChangesASecond() {
        refreshAt(10);
        for (int time = 100; time < 3_000; time += 50) {
            policy.applied(1, at(time));

            assertThat(policy.due(true, at(time))).isZero();
            refreshAt(time);
        }
    }

    @Test
    void showsABulkLoadOnceAnInterval() {
        int refreshes = 0;
        for (int time = 0; time < 10_000; time += 10) {
            policy.applied(20, at(time));
            if (policy.due(true, at(time)) == 0) {
                refreshAt(time);
                refreshes++;
            }
        }

        int beforeItIsRecognised = 3;
        assertThat(refreshes).isBetween(9, 10 + beforeItIsRecognised);
    }

    @Test
    void showsTheEndOfABulkLoadWithinAnInterval() {
        refreshAt(0);
        policy.applied(5_000, at(10));

        assertThat(policy.due(true, at(20))).isBetween(1L, at(1_000));
        assertThat(policy.due(true, at(1_010))).isZero();
    }

    @Test
    void waitsWhileMoreIsToBeRead() {
        refreshAt(0);
        policy.applied(1, at(10));

        assertThat(policy.due(false, at(20))).isPositive();
    }

    @Test
    void showsVectorsOnceAnInterval() {
        refreshAt(0);
        policy.appliedVectors(1);

        assertThat(policy.due(true, at(20))).isEqualTo(at(980));
        policy.applied(1, at(20));
        assertThat(policy.due(true, at(20))).isZero();
        refreshAt(20);
        assertThat(policy.due(true, at(2_000))).isEqualTo(RefreshPolicy.NOT_DUE);
    }

    @Test
    void isNotDueWithoutAChange() {
        refreshAt(0);

        assertThat(policy.due(true, at(100_000))).isEqualTo(RefreshPolicy.NOT_DUE);
    }

    @Test
    void spendsNoMoreThanHalfItsTimeRefreshing() {
        policy.refreshed(at(0), at(40));
        policy.applied(1, at(41));

        assertThat(policy.due(true, at(41))).isEqualTo(at(39));
    }

    private void refreshAt(long milliseconds) {
        policy.refreshed(at(milliseconds), at(milliseconds));
    }

    private static long at(long milliseconds) {
        return MILLISECONDS.toNanos(milliseconds);
    }
}
