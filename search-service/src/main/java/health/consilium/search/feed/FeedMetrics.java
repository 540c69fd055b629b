package health.consilium.search.feed;

import health.consilium.search.index.Applied;
import health.consilium.search.message.StateTopic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What the feed tells about itself: {@code consilium.search.feed.*}. */
final class FeedMetrics {

    private static final String PREFIX = "consilium.search.feed.";

    private final Counter applied;
    private final Counter dropped;
    private final Counter skipped;
    private final Counter poison;
    private final Timer refreshes;
    private final Timer commits;

    FeedMetrics(MeterRegistry registry, FeedProgress progress) {
        this.applied = counter(registry, "applied", "Changes that altered the index");
        this.dropped = counter(registry, "dropped", "Changes already known at their version or a later one");
        this.skipped = counter(registry, "skipped", "Messages of a type that says nothing about a document");
        this.poison = counter(registry, "poison", "Unreadable messages, now in a dead-letter topic");
        this.refreshes = registry.timer(PREFIX + "refresh");
        this.commits = registry.timer(PREFIX + "commit");
        for (String source : StateTopic.sources()) {
            Gauge.builder(
                            PREFIX + "lag.messages",
                            progress,
                            feed -> feed.of(source).lagMessages())
                    .tag("source", source)
                    .description("Messages not applied yet")
                    .register(registry);
            Gauge.builder(PREFIX + "lag", progress, feed -> feed.of(source).lagMs() / 1_000.0)
                    .tag("source", source)
                    .baseUnit("seconds")
                    .description("Age of the oldest message that searches can't see yet")
                    .register(registry);
        }
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(PREFIX + name).description(description).register(registry);
    }

    void applied(Applied result) {
        applied.increment(result.applied());
        dropped.increment(result.dropped());
    }

    void skipped() {
        skipped.increment();
    }

    void poison() {
        poison.increment();
    }

    void refresh(Runnable work) {
        refreshes.record(work);
    }

    void commit(Runnable work) {
        commits.record(work);
    }
}
