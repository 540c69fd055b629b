package health.consilium.benchmarks.containers;

import static health.consilium.benchmarks.containers.Section.millis;
import static health.consilium.benchmarks.containers.Section.seconds;

import health.consilium.benchmarks.containers.load.Load;
import health.consilium.benchmarks.containers.load.Publishing;
import health.consilium.benchmarks.containers.load.Reads;
import health.consilium.benchmarks.containers.load.Tally;
import health.consilium.benchmarks.containers.platform.ComposePlatform;
import health.consilium.benchmarks.containers.platform.Disturbances;
import health.consilium.benchmarks.containers.platform.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What it costs readers and writers when a replica is killed, and how soon it serves again. */
@Command(
        name = "kills",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Kills one replica of each service in turn under load, starts it again, and tells which requests"
                + " failed and how soon the replica served again.")
final class KillsCommand implements Callable<Integer> {
    private static final int READERS = 8;

    @Mixin
    private Target target = new Target();

    @Option(names = "--rounds", defaultValue = "1", description = "How often each; ${DEFAULT-VALUE} unless given.")
    private int rounds = 1;

    @Option(
            names = "--services",
            split = ",",
            description =
                    "Of which services: content-service, qa-service and search-service unless given. Nobody stands"
                            + " in for a gateway that is alone: reads fail while it is away.")
    private List<String> services = List.of("content-service", "qa-service", "search-service");

    @Option(
            names = "--pause",
            defaultValue = "0",
            paramLabel = "MILLIS",
            description = "How long a reader waits after an answer. Without a pause readers take all that the machine"
                    + " has, also from the replica that starts.")
    private long pause;

    @Mixin
    private Results results = new Results();

    @Override
    public Integer call() throws IOException {
        ComposePlatform platform = target.platform();
        List<Service> killed = services.stream().map(Service::named).toList();
        Tally reads = new Tally(platform.gateway());
        Tally writes = new Tally(platform.gateway());
        Publishing publishing = new Publishing(writes);
        List<Kill> kills = new ArrayList<>();
        try (Disturbances disturbances = new Disturbances(platform.engine());
                Load load = new Load()) {
            load.read(READERS, Duration.ofMillis(pause), Reads.of(platform.gateway()), reads);
            load.repeat(publishing::next);
            Killing killing = new Killing(platform, disturbances, reads, writes);
            for (int round = 1; round <= rounds; round++) {
                for (Service service : killed) {
                    kills.add(killing.kill(round, service));
                }
            }
        }
        results.keep(pause > 0 ? "kills with pauses" : "kills", command(), figures(kills, reads, writes, publishing));
        return 0;
    }

    private String command() {
        return "kills --rounds %d --services %s --pause %d".formatted(rounds, String.join(",", services), pause);
    }

    private Section figures(List<Kill> kills, Tally reads, Tally writes, Publishing publishing) {
        return new Section()
                .paragraph("""
                        %d readers, who pause for %d ms after an answer, and one writer; a replica is killed (SIGKILL), stays away for %d s and is
                        started again. Reads: %,d, failed: %d; p50 %s, p99 %s, longest %s ms. Requests that write: %,d (%,d publications), failed: %d.""".formatted(
                                READERS,
                                pause,
                                Killing.AWAY.toSeconds(),
                                reads.asked(),
                                reads.failures().size(),
                                millis(reads.within(0.5)),
                                millis(reads.within(0.99)),
                                millis(reads.within(1)),
                                writes.asked(),
                                publishing.done().size(),
                                writes.failures().size()))
                .table(
                        List.of(
                                "killed",
                                "round",
                                "ready after",
                                "served a request after",
                                "gateway counts it after",
                                "reads meanwhile",
                                "reads failed",
                                "writes failed"),
                        kills.stream().map(KillsCommand::row).toList())
                .failures(reads.failures())
                .failures(writes.failures());
    }

    private static List<String> row(Kill kill) {
        return List.of(
                kill.replica(),
                Integer.toString(kill.round()),
                seconds(kill.ready()),
                seconds(kill.serving()),
                kill.counted().isNegative() ? "–" : seconds(kill.counted()),
                Integer.toString(kill.reads()),
                Integer.toString(kill.readsFailed()),
                Integer.toString(kill.writesFailed()));
    }
}
