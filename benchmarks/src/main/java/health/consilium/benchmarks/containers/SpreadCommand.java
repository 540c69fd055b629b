package health.consilium.benchmarks.containers;

import health.consilium.benchmarks.containers.load.Load;
import health.consilium.benchmarks.containers.load.Reads;
import health.consilium.benchmarks.containers.load.Tally;
import health.consilium.benchmarks.containers.platform.ComposePlatform;
import health.consilium.benchmarks.containers.platform.Container;
import health.consilium.benchmarks.containers.platform.Metrics;
import health.consilium.benchmarks.containers.platform.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many of many reads each replica served. */
@Command(
        name = "spread",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "How many of many reads each replica served.")
final class SpreadCommand implements Callable<Integer> {
    private static final int READERS = 8;

    @Mixin
    private Target target = new Target();

    @Option(names = "--reads", defaultValue = "600", description = "How many; ${DEFAULT-VALUE} unless given.")
    private int reads = 600;

    @Mixin
    private Results results = new Results();

    @Override
    public Integer call() throws IOException {
        ComposePlatform platform = target.platform();
        Reads mix = Reads.of(platform.gateway());
        Tally tally = new Tally(platform.gateway());
        Map<Container, Long> before = served(platform);
        Load.read(reads, READERS, mix, tally);
        results.keep("spread", "spread --reads " + reads, figures(before, served(platform), tally));
        return 0;
    }

    private static Map<Container, Long> served(ComposePlatform platform) {
        Map<Container, Long> served = new LinkedHashMap<>();
        Stream.of(Service.CONTENT, Service.QA, Service.SEARCH)
                .flatMap(service -> platform.replicas(service).stream())
                .forEach(replica -> served.put(
                        replica, platform.metrics(replica).map(Metrics::served).orElse(0L)));
        return served;
    }

    private static Section figures(Map<Container, Long> before, Map<Container, Long> after, Tally tally) {
        List<List<String>> rows = new ArrayList<>();
        after.forEach((replica, served) -> {
            long here = served - before.getOrDefault(replica, 0L);
            long ofService = after.entrySet().stream()
                    .filter(other -> other.getKey().service() == replica.service())
                    .mapToLong(other -> other.getValue() - before.getOrDefault(other.getKey(), 0L))
                    .sum();
            rows.add(List.of(replica.name(), Long.toString(here), Section.number(100.0 * here / ofService, 1) + " %"));
        });
        return new Section()
                .paragraph(
                        "%d reads by %d readers: an article, articles, a question, questions, a search in turn. %d failed."
                                .formatted(
                                        tally.asked(), READERS, tally.failures().size()))
                .table(List.of("replica", "served", "of its service's"), rows)
                .failures(tally.failures());
    }
}
