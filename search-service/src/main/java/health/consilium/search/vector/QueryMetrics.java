package health.consilium.search.vector;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.function.Supplier;

/** What the vectors of queries cost and how often they are missing: {@code consilium.search.vectors.query.*}. */
final class QueryMetrics {

    private static final String PREFIX = "consilium.search.vectors.query.";

    private final MeterRegistry registry;
    private final Timer computed;
    private final Counter remembered;

    QueryMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.computed = registry.timer(PREFIX + "computed");
        this.remembered = Counter.builder(PREFIX + "remembered")
                .description("Vectors of queries that were asked before")
                .register(registry);
    }

    float[] computed(Supplier<float[]> work) {
        return Objects.requireNonNull(computed.record(work));
    }

    void remembered() {
        remembered.increment();
    }

    void without(String reason) {
        Counter.builder(PREFIX + "degraded")
                .description("Queries that went on without a vector")
                .tag("reason", reason)
                .register(registry)
                .increment();
    }
}
