package health.consilium.benchmarks.containers;

import health.consilium.benchmarks.containers.platform.ComposePlatform;
import health.consilium.benchmarks.containers.platform.Metrics;
import health.consilium.benchmarks.containers.platform.Service;
import java.util.OptionalDouble;

/** A metric that tells operators how far behind something is. */
enum Lag {
    /** Log that Kafka has not acknowledged yet. */
    OUTBOX(Service.CONTENT, "consilium_outbox_lag_bytes", ""),
    /** Age of the oldest change that searches can't see yet. */
    FEED(Service.SEARCH, "consilium_search_feed_lag_seconds", "source=\"content\"");

    private final Service service;
    private final String metric;
    private final String labels;

    Lag(Service service, String metric, String labels) {
        this.service = service;
        this.metric = metric;
        this.labels = labels;
    }

    /** That of the replica which is furthest behind; empty while none answers. */
    OptionalDouble now(ComposePlatform platform) {
        return platform.replicas(service).stream()
                .flatMap(replica -> platform.metrics(replica).stream())
                .map(this::of)
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }

    private OptionalDouble of(Metrics metrics) {
        return metrics.largest(metric, labels);
    }

    @Override
    public String toString() {
        return metric;
    }
}
