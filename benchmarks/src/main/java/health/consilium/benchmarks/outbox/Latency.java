package health.consilium.benchmarks.outbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** From the moment a commit has returned to its writer until a poll of the consumer returned the event. */
final class Latency implements Phase.Measurement {

    private static final int PER_SECOND = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public Map<String, Double> measure(Contender contender, int round, Servers servers) throws InterruptedException {
        Workplace place = servers.workplace(Phase.name(contender, "latency", round));
        try (Pipeline pipeline = contender.open(place);
                Consumption consumption = Consumption.of(place)) {
            pipeline.startRelay();
            Writers writers = new Writers(pipeline);
            writers.write(PER_SECOND, WARM_UP, new Moments());
            consumption.arrivals().await(pipeline.written(), PATIENCE);

            Moments commits = new Moments();
            writers.write(PER_SECOND, TIME, commits);
            consumption.arrivals().await(pipeline.written(), PATIENCE);

            Map<String, Double> figures = consumption.arrivals().against(pipeline.versions());
            addTimes(figures, commits, consumption.arrivals().moments());
            return figures;
        }
    }

    private static void addTimes(Map<String, Double> figures, Moments commits, Moments arrivals) {
        long[] nanos = commits.until(arrivals).sorted().toArray();
        figures.put("p50 ms", millis(nanos, 0.5));
        figures.put("p90 ms", millis(nanos, 0.9));
        figures.put("p99 ms", millis(nanos, 0.99));
        figures.put("max ms", millis(nanos, 1));
        figures.put("before commit returned", (double)
                Arrays.stream(nanos).filter(difference -> difference < 0).count());
    }

    /** An event may arrive before its commit returns to the writer: that counts as no time. */
    private static double millis(long[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return Math.max(0, sorted[Math.max(0, index)]) / 1e6;
    }
}
