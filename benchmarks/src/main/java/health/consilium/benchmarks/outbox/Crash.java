package health.consilium.benchmarks.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that writes and relays is killed in the middle and started again: what is lost, repeated, out of order. */
final class Crash implements Phase.Measurement {

    private static final int EVENTS = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Override
    public Map<String, Double> measure(Contender contender, int round, Servers servers) throws InterruptedException {
        Workplace place = servers.workplace(Phase.name(contender, "crash", round));
        try (Consumption consumption = Consumption.of(place)) {
            Arrivals arrivals = consumption.arrivals();
            Process first = start(contender, place);
            arrivals.await(EVENTS * 2 / 5, PATIENCE);
            first.destroyForcibly().waitFor();
            long killed = System.nanoTime();
            int before = arrivals.distinct();

            Process second = start(contender, place);
            arrivals.await(before + 1_000, PATIENCE);
            final long back = System.nanoTime();
            arrivals.await(EVENTS, PATIENCE);
            second.destroyForcibly().waitFor();

            try (Pipeline pipeline = contender.open(place)) {
                Map<String, Double> figures = arrivals.against(pipeline.versions());
                figures.put("written", (double) pipeline.written());
                figures.put("1,000 more after s", (back - killed) / 1e9);
                return figures;
            }
        }
    }

    private static Process start(Contender contender, Workplace place) {
        List<String> program = new ArrayList<>(List.of(WritingService.class.getName(), contender.name()));
        program.add(Integer.toString(EVENTS));
        program.addAll(place.toArguments());
        Path folder = place.folder();
        return Servers.java(List.of("-Xmx1g"), program).start(folder, folder.resolve("service.log"));
    }
}
