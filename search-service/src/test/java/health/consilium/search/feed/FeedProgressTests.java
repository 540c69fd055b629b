package health.consilium.search.feed;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.message.StateTopic;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FeedProgressTests {

    private static final TopicPartition QUESTIONS = new TopicPartition(StateTopic.QUESTION.topic(), 0);

    private static final TopicPartition VECTORS = new TopicPartition("consilium.search.vectors.a-model.v1", 0);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final FeedProgress progress = new FeedProgress(() -> now);

    @Test
    void measuresFromWhenAllWasReadHoweverLongNothingCame() {
        connected(7, 7);
        after(Duration.ofHours(3));
        progress.read(QUESTIONS, 7, 7);

        after(Duration.ofMillis(40));
        progress.read(QUESTIONS, 7, 8);

        assertThat(lagMs()).isEqualTo(40);
    }

    @Test
    void measuresFromTheLastMessageWhileMoreAreWaiting() {
        connected(0, 100);
        long published = now.minusSeconds(60).toEpochMilli();

        progress.applied(QUESTIONS, published - 500, published);
        progress.read(QUESTIONS, 10, 100);
        long unseen = lagMs();
        progress.refreshed();

        assertThat(unseen).isEqualTo(60_500);
        assertThat(lagMs()).isEqualTo(60_000);
    }

    @Test
    void countsWhatWaitedWhileKafkaWasAway() {
        connected(7, 7);
        progress.read(QUESTIONS, 7, 7);
        progress.unreachable();

        after(Duration.ofMinutes(5));
        connected(7, 9);

        assertThat(lagMs()).isEqualTo(Duration.ofMinutes(5).toMillis());
    }

    @Test
    void countsWhatWaitedInANewPartitionSinceTheLastLook() {
        progress.reached();

        after(Duration.ofSeconds(10));
        connected(0, 1);

        assertThat(lagMs()).isEqualTo(10_000);
    }

    @Test
    void isNotBehindOnceAllIsReadAndSeen() {
        connected(0, 1);
        progress.applied(QUESTIONS, now.toEpochMilli(), now.toEpochMilli());
        progress.read(QUESTIONS, 1, 1);

        after(Duration.ofSeconds(1));
        progress.refreshed();

        assertThat(lagMs()).isZero();
    }

    @Test
    void neitherWaitsForVectorsNorCountsThem() {
        connected(0, 1);
        progress.assigned(VECTORS, 0, 100);
        progress.read(QUESTIONS, 1, 1);

        assertThat(progress.startsToBeCaughtUp()).isTrue();
        assertThat(progress.of("qa").lagMessages()).isZero();
        assertThat(progress.hasReadVectors()).isFalse();
    }

    @Test
    void hasReadVectorsOnceItHasThoseOfTheStart() {
        progress.assigned(VECTORS, 0, 100);
        progress.applied(VECTORS, now.toEpochMilli(), now.toEpochMilli());

        progress.read(VECTORS, 100, 120);

        assertThat(progress.hasReadVectors()).isTrue();
    }

    private void connected(long offset, long end) {
        progress.assigned(QUESTIONS, offset, end);
        progress.reached();
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    private long lagMs() {
        return progress.of("qa").lagMs();
    }
}
