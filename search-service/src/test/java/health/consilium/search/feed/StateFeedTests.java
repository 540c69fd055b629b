package health.consilium.search.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.broker.KafkaClients;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.message.StateMessages;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;

class StateFeedTests {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final List<Object> states = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final FeedProgress progress = new FeedProgress(() -> now);

    @Test
    void tellsThatItIsBrokenWhateverEndsIt() {
        StateFeed feed = feedThatFailsWith(new StackOverflowError("deep"));
        progress.reached();

        feed.start();
        await().until(() -> !feed.isRunning());
        now = now.plusSeconds(5);

        assertThat(states).containsExactly(LivenessState.BROKEN);
        assertThat(progress.isReachable()).isFalse();
        assertThat(progress.sources())
                .extracting(SourceProgress::lagMs)
                .isNotEmpty()
                .containsOnly(5_000L);
    }

    private StateFeed feedThatFailsWith(Error error) {
        var settings = new FeedSettings(1, SHORT, 1, SHORT, 1, SHORT, SHORT, SHORT);
        var clients = new KafkaClients(
                () -> {
                    throw error;
                },
                Map::of,
                Map::of);
        SearchIndex index = (SearchIndex) Proxy.newProxyInstance(
                SearchIndex.class.getClassLoader(), new Class<?>[] {SearchIndex.class}, (proxy, method, arguments) -> {
                    throw error;
                });
        return new StateFeed(
                clients,
                settings,
                index,
                new Sources(new StateMessages(), null),
                progress,
                new FeedMetrics(new SimpleMeterRegistry(), progress),
                event -> states.add(((AvailabilityChangeEvent<?>) event).getState()));
    }
}
