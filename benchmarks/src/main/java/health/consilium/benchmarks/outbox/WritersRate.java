package health.consilium.benchmarks.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How fast sixteen threads write while the relay runs, and while it does not; the order changes with each round. */
final class WritersRate implements Phase.Measurement {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration TIME = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public Map<String, Double> measure(Contender contender, int round, Servers servers) throws InterruptedException {
        Map<String, Double> figures = new HashMap<>();
        boolean withFirst = round % 2 == 0;
        measure(contender, round, servers, withFirst, figures);
        measure(contender, round, servers, !withFirst, figures);
        figures.put("ratio", figures.getOrDefault("with/s", 0.0) / figures.getOrDefault("without/s", 1.0));
        return figures;
    }

    private static void measure(
            Contender contender, int round, Servers servers, boolean relaying, Map<String, Double> figures)
            throws InterruptedException {
        String leg = relaying ? "with" : "without";
        Workplace place = servers.workplace(Phase.name(contender, leg, round));
        try (Pipeline pipeline = contender.open(place)) {
            if (relaying) {
                pipeline.startRelay();
            }
            Writers writers = new Writers(pipeline);
            writers.writeFor(WARM_UP);
            figures.put(leg + "/s", writers.writeFor(TIME));
            if (relaying) {
                figures.putAll(count(pipeline, place));
            }
        }
    }

    private static Map<String, Double> count(Pipeline pipeline, Workplace place) throws InterruptedException {
        try (Consumption consumption = Consumption.of(place)) {
            Arrivals arrivals = consumption.arrivals();
            boolean complete = arrivals.await(pipeline.written(), PATIENCE);
            return arrivals.against(complete ? pipeline.versions() : Map.of());
        }
    }
}
