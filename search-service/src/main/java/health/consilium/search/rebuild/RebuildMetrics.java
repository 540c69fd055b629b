package health.consilium.search.rebuild;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What rebuilding tells about itself: {@code consilium.search.rebuilds.*}. */
final class RebuildMetrics {

    private static final String PREFIX = "consilium.search.rebuilds.";

    private final AtomicInteger running = new AtomicInteger();
    private final Counter done;
    private final Counter failed;

    RebuildMetrics(MeterRegistry registry) {
        Gauge.builder(PREFIX + "running", running, AtomicInteger::get)
                .description("Whether this replica rebuilds its index")
                .register(registry);
        this.done = counter(registry, "done", "Rebuilt indices that took over");
        this.failed = counter(registry, "failed", "Rebuilds given up for good");
    }

    void started() {
        running.set(1);
    }

    void ended() {
        running.set(0);
    }

    void done() {
        done.increment();
    }

    void failed() {
        failed.increment();
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(PREFIX + name).description(description).register(registry);
    }
}
