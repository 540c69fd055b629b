package health.consilium.benchmarks.containers;

import static health.consilium.benchmarks.containers.Section.number;

import health.consilium.benchmarks.containers.platform.ComposePlatform;
import health.consilium.benchmarks.containers.platform.Container;
import health.consilium.benchmarks.containers.platform.Disturbances;
import health.consilium.benchmarks.containers.platform.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a start takes with and without the cache that the image carries. */
@Command(
        name = "starts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "What a service's start takes, in processor time and until its first good answer, with and without"
                        + " the start-up cache of its image; in one more container, to which nobody sends requests.")
final class StartsCommand implements Callable<Integer> {
    @Mixin
    private Target target = new Target();

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "How often with and without, alternately; ${DEFAULT-VALUE} unless given.")
    private int rounds = 3;

    @Mixin
    private Results results = new Results();

    @Override
    public Integer call() throws IOException {
        ComposePlatform platform = target.platform();
        List<List<String>> rows = new ArrayList<>();
        try (Disturbances disturbances = new Disturbances(platform.engine())) {
            for (Service service : Service.values()) {
                Container model = platform.replicas(service).getFirst();
                OneMore oneMore = new OneMore(platform, disturbances, model);
                List<Start> with = new ArrayList<>();
                List<Start> without = new ArrayList<>();
                for (int round = 0; round < rounds; round++) {
                    with.add(oneMore.start(true));
                    without.add(oneMore.start(false));
                }
                rows.add(row(service + ": processor time", with, without, Start::processor));
                rows.add(row(service + ": first good answer", with, without, Start::answer));
            }
        }
        results.keep("starts", "starts --rounds " + rounds, figures(rows));
        return 0;
    }

    private Section figures(List<List<String>> rows) {
        return new Section()
                .paragraph("""
                        A container more, of the same image, settings and networks, beside the running platform: processor seconds of its process,
                        and seconds from the container's start, until its readiness (the gateway: /health) answers 200. Medians of %d and ranges;
                        without is `-XX:AOTMode=off`. search-service starts with an empty index.""".formatted(rounds))
                .table(List.of("", "with the cache", "without", "with / without"), rows);
    }

    private static List<String> row(
            String name, List<Start> with, List<Start> without, ToDoubleFunction<Start> figure) {
        double[] fast = sorted(with, figure);
        double[] slow = sorted(without, figure);
        return List.of(name, cell(fast), cell(slow), number(median(fast) / median(slow), 2));
    }

    private static double[] sorted(List<Start> starts, ToDoubleFunction<Start> figure) {
        return starts.stream().mapToDouble(figure).sorted().toArray();
    }

    private static String cell(double[] sorted) {
        return "%s (%s–%s)"
                .formatted(number(median(sorted), 2), number(sorted[0], 2), number(sorted[sorted.length - 1], 2));
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
