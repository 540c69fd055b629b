package health.consilium.benchmarks.outbox;

import java.time.Duration;
import java.util.Map;

/** From the start of the relay until the consumer has the last event of a backlog that was written without it. */
final class Drain implements Phase.Measurement {

    private static final int WARM_UP = 5_000;
    private static final int BACKLOG = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public Map<String, Double> measure(Contender contender, int round, Servers servers) throws InterruptedException {
        Workplace place = servers.workplace(Phase.name(contender, "drain", round));
        try (Pipeline pipeline = contender.open(place);
                Consumption consumption = Consumption.of(place)) {
            Arrivals arrivals = consumption.arrivals();
            Writers writers = new Writers(pipeline);
            pipeline.startRelay();
            writers.write(WARM_UP, false);
            arrivals.await(WARM_UP, PATIENCE);
            pipeline.stopRelay();
            writers.write(BACKLOG, false);
            int before = arrivals.distinct();

            long start = System.nanoTime();
            pipeline.startRelay();
            arrivals.await(before + 1, PATIENCE);
            long first = System.nanoTime();
            boolean complete = arrivals.await(pipeline.written(), PATIENCE);
            int drained = arrivals.distinct() - before;

            Map<String, Double> figures = arrivals.against(complete ? pipeline.versions() : Map.of());
            figures.put("drained", (double) drained);
            figures.put("first after s", (first - start) / 1e9);
            figures.put("events/s", drained * 1e9 / (arrivals.last() - start));
            figures.put("events/s from the first", drained * 1e9 / (arrivals.last() - first));
            return figures;
        }
    }
}
