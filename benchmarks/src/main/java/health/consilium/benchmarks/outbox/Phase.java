package health.consilium.benchmarks.outbox;

import java.util.Map;

/** What is measured of each contender. */
enum Phase {
    LATENCY,
    DRAIN,
    WRITERS,
    CRASH;

    Map<String, Double> measure(Contender contender, int round, Servers servers) throws InterruptedException {
        Measurement measurement = switch (this) {
            case LATENCY -> new Latency();
            case DRAIN -> new Drain();
            case WRITERS -> new WritersRate();
            case CRASH -> new Crash();
        };
        return measurement.measure(contender, round, servers);
    }

    /** One round with one contender, on new databases; the answer holds figures by name. */
    @FunctionalInterface
    interface Measurement {
        Map<String, Double> measure(Contender contender, int round, Servers servers) throws InterruptedException;
    }

    static String name(Contender contender, String what, int round) {
        return "%s_%s_%d".formatted(contender, what, round).toLowerCase(java.util.Locale.ROOT);
    }
}
