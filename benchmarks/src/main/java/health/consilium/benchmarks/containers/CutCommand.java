package health.consilium.benchmarks.containers;

import static health.consilium.benchmarks.containers.Section.millis;
import static health.consilium.benchmarks.containers.Section.number;
import static health.consilium.benchmarks.containers.Section.seconds;

import health.consilium.benchmarks.containers.load.Load;
import health.consilium.benchmarks.containers.load.Publication;
import health.consilium.benchmarks.containers.load.Publishing;
import health.consilium.benchmarks.containers.load.Reads;
import health.consilium.benchmarks.containers.load.Tally;
import health.consilium.benchmarks.containers.platform.ArticleTopic;
import health.consilium.benchmarks.containers.platform.ComposePlatform;
import health.consilium.benchmarks.containers.platform.Container;
import health.consilium.benchmarks.containers.platform.Disturbances;
import health.consilium.benchmarks.containers.platform.Service;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What becomes of publications while a service can't reach Kafka. */
@Command(
        name = "cut",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Takes all replicas of a service off Kafka's network while an editor publishes, puts them back, and"
                        + " checks that every publication is found by every replica of the search, and in order in the topic.")
final class CutCommand implements Callable<Integer> {
    private static final String NETWORK = "events";
    private static final int READERS = 2;
    private static final Duration BEFORE = Duration.ofSeconds(5);

    @Parameters(paramLabel = "SERVICE", description = "content-service or search-service.")
    private String service = "content-service";

    @Option(names = "--seconds", defaultValue = "60", description = "For how long; ${DEFAULT-VALUE} unless given.")
    private int seconds = 60;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Results results = new Results();

    @Override
    public Integer call() throws IOException {
        ComposePlatform platform = target.platform();
        Tally reads = new Tally(platform.gateway());
        Tally writes = new Tally(platform.gateway());
        Publishing publishing = new Publishing(writes);
        Cut cut = cut(platform, reads, publishing);
        results.keep("cut " + service, "cut %s --seconds %d".formatted(service, seconds), figures(cut, reads, writes));
        return 0;
    }

    /** What was seen: publications before and until the end, the lags before and at most, and how all ended. */
    private record Cut(
            int before,
            int published,
            Map<Lag, Double> usual,
            Map<Lag, Double> most,
            Duration untilFound,
            Ended ended) {}

    private Cut cut(ComposePlatform platform, Tally reads, Publishing publishing) {
        String network = platform.network(NETWORK);
        List<Container> replicas = platform.replicas(Service.named(service));
        try (Disturbances disturbances = new Disturbances(platform.engine());
                Load readers = new Load()) {
            readers.read(READERS, Duration.ZERO, Reads.of(platform.gateway()), reads);
            Map<Lag, Double> usual;
            Map<Lag, Double> most;
            int before;
            try (Load writer = new Load()) {
                writer.repeat(publishing::next);
                usual = watch(platform, BEFORE);
                before = publishing.done().size();
                replicas.forEach(replica -> disturbances.cut(replica, network));
                most = watch(platform, Duration.ofSeconds(seconds));
            }
            replicas.forEach(disturbances::mend);
            Instant mended = Instant.now();
            Map<String, Publication> last = new LinkedHashMap<>();
            publishing.done().forEach(publication -> last.put(publication.article(), publication));
            Instant found = new Found(platform).everywhere(last.values());
            return new Cut(
                    before,
                    publishing.done().size(),
                    usual,
                    most,
                    Duration.between(mended, found),
                    Ended.of(publishing.done(), new ArticleTopic(platform).versions()));
        }
    }

    private static Map<Lag, Double> watch(ComposePlatform platform, Duration time) {
        try (Watched watched = Watched.start(platform)) {
            Waiting.pause(time);
            return watched.most();
        }
    }

    private Section figures(Cut cut, Tally reads, Tally writes) {
        Section section = new Section()
                .paragraph("""
                        All replicas of %s off Kafka's network for %d s while one writer published as fast as it could. Publications: %d, of them
                        %d before the cut; requests that write: %,d, failed: %d (p50 %s, p99 %s, longest %s ms). Reads: %,d, failed: %d.""".formatted(
                                service,
                                seconds,
                                cut.published(),
                                cut.before(),
                                writes.asked(),
                                writes.failures().size(),
                                millis(writes.within(0.5)),
                                millis(writes.within(0.99)),
                                millis(writes.within(1)),
                                reads.asked(),
                                reads.failures().size()))
                .paragraph("""
                        From the network's return until every replica of the search found the last version of every article: %s s. The topic, read
                        from its beginning: %s""".formatted(seconds(cut.untilFound()), cut.ended()));
        List<List<String>> rows = cut.usual().keySet().stream()
                .map(lag -> List.of(
                        "`%s`".formatted(lag),
                        number(cut.usual().getOrDefault(lag, Double.NaN), 1),
                        number(cut.most().getOrDefault(lag, Double.NaN), 1)))
                .toList();
        return section.table(List.of("at most", "before", "during the cut"), rows)
                .failures(reads.failures())
                .failures(writes.failures());
    }
}
