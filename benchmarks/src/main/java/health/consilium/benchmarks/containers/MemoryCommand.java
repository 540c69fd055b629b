package health.consilium.benchmarks.containers;

import static health.consilium.benchmarks.containers.Section.millis;
import static health.consilium.benchmarks.containers.Section.number;

import health.consilium.benchmarks.containers.load.Load;
import health.consilium.benchmarks.containers.load.Reads;
import health.consilium.benchmarks.containers.load.Tally;
import health.consilium.benchmarks.containers.platform.ComposePlatform;
import health.consilium.benchmarks.containers.platform.Container;
import health.consilium.benchmarks.containers.platform.Metrics;
import health.consilium.benchmarks.containers.platform.Service;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What each service takes of the machine's memory, before and after many requests. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "What each service takes of the machine's memory (PSS), before and after many requests through the"
                        + " gateway.")
final class MemoryCommand implements Callable<Integer> {
    private static final int READERS = 8;

    @Mixin
    private Target target = new Target();

    @Option(names = "--requests", defaultValue = "10000", description = "How many; ${DEFAULT-VALUE} unless given.")
    private int requests = 10_000;

    @Mixin
    private Results results = new Results();

    /** A replica's PSS in KiB and the requests it has served. */
    private record Seen(long pss, long served, Duration age) {}

    @Override
    public Integer call() throws IOException {
        ComposePlatform platform = target.platform();
        Map<String, Seen> idle = see(platform);
        Tally tally = new Tally(platform.gateway());
        Instant start = Instant.now();
        Load.read(requests, READERS, Reads.of(platform.gateway()), tally);
        Duration took = Duration.between(start, Instant.now());
        results.keep("memory", "memory --requests " + requests, figures(idle, see(platform), tally, took));
        return 0;
    }

    private static Map<String, Seen> see(ComposePlatform platform) throws IOException {
        List<Container> containers = Stream.of(Service.values())
                .flatMap(service -> platform.replicas(service).stream())
                .toList();
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (Container container : containers) {
            long served = platform.metrics(container).map(Metrics::served).orElse(0L);
            Duration age = Duration.between(container.startedAt(), Instant.now());
            seen.put(container.name(), new Seen(ProportionalSize.kibibytes(container.pid()), served, age));
        }
        return seen;
    }

    private static Section figures(Map<String, Seen> before, Map<String, Seen> after, Tally tally, Duration took) {
        List<List<String>> rows = new ArrayList<>();
        after.forEach((name, now) -> {
            Seen then = before.getOrDefault(name, now);
            rows.add(List.of(
                    name,
                    number(then.pss() / 1024.0, 0),
                    number(now.pss() / 1024.0, 0),
                    number(then.age().toSeconds() / 60.0, 0),
                    Long.toString(then.served()),
                    Long.toString(now.served() - then.served())));
        });
        return new Section()
                .paragraph("""
                        PSS in MiB: memory that processes share, as replicas do the files of their image, counts in parts. %,d reads by %d readers in
                        %d s, failed: %d; p50 %s, p99 %s ms.""".formatted(
                                tally.asked(),
                                READERS,
                                took.toSeconds(),
                                tally.failures().size(),
                                millis(tally.within(0.5)),
                                millis(tally.within(0.99))))
                .table(
                        List.of(
                                "container",
                                "idle",
                                "after the reads",
                                "minutes since its start",
                                "served before",
                                "served of the reads"),
                        rows)
                .failures(tally.failures());
    }
}
