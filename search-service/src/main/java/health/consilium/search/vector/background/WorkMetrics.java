package health.consilium.search.vector.background;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the background work tells about itself: {@code consilium.search.vectors.*}. */
final class WorkMetrics {

    private static final String PREFIX = "consilium.search.vectors.";

    private final Map<Outcome, Counter> documents = new EnumMap<>(Outcome.class);
    private final Timer texts;

    WorkMetrics(MeterRegistry registry, Supplier<OptionalLong> backlog) {
        for (Outcome outcome : Outcome.values()) {
            documents.put(
                    outcome,
                    Counter.builder(PREFIX + "documents")
                            .description("Changes of documents, by what they meant for their vectors")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        this.texts = Timer.builder(PREFIX + "text")
                .description("Computing the vector of a title or a passage")
                .register(registry);
        Gauge.builder(PREFIX + "backlog", () -> orUnknown(backlog.get()))
                .description("Changes of documents that no replica has looked after yet; NaN while Kafka does not tell")
                .register(registry);
    }

    private static double orUnknown(OptionalLong records) {
        return records.isPresent() ? records.getAsLong() : Double.NaN;
    }

    void count(Outcome outcome) {
        Objects.requireNonNull(documents.get(outcome)).increment();
    }

    void text(long nanos) {
        texts.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** What a change of a document meant for its vectors. */
    enum Outcome {
        COMPUTED,
        KNOWN,
        FOREIGN,
        REMOVED,
        UNREADABLE,
        FAILED
    }
}
