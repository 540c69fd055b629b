package health.consilium.benchmarks.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the outbox's relay beside its alternatives. */
@Command(
        name = "outbox",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the outbox's relay beside its alternatives, on a real PostgreSQL and a real Kafka.")
public final class OutboxBenchmark implements Callable<Integer> {

    @Parameters(arity = "0..*", description = "What to measure, all unless given: ${COMPLETION-CANDIDATES}.")
    private List<Phase> phases = List.of(Phase.values());

    @Option(names = "--contenders", split = ",", description = "With whom, all unless given: ${COMPLETION-CANDIDATES}.")
    private List<Contender> contenders = List.of(Contender.values());

    @Option(names = "--rounds", defaultValue = "1", description = "How often; contenders alternate within a round.")
    private int rounds = 1;

    @Option(names = "--first", defaultValue = "1", description = "The number of the first round.")
    private int first = 1;

    @Option(names = "--folder", defaultValue = "target/benchmarks", description = "For servers and figures.")
    private Path folder = Path.of("target");

    @Option(names = "--report", description = "Only print the figures of all runs so far, as Markdown.")
    private boolean report;

    private OutboxBenchmark() {}

    /** Runs and ends the JVM with 0, or with 1 after a failure. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new OutboxBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path results = folder.resolve("outbox.jsonl");
        if (!report) {
            measure(results);
        }
        System.out.println(new Report(Result.read(results)).toMarkdown());
        return 0;
    }

    private void measure(Path results) throws IOException, InterruptedException {
        try (Servers servers = Servers.start(folder.toAbsolutePath())) {
            for (int round = first; round < first + rounds; round++) {
                for (Phase phase : phases) {
                    for (Contender contender : contenders) {
                        Result result = new Result(phase, contender, phase.measure(contender, round, servers));
                        result.appendTo(results);
                        System.out.println(result);
                    }
                }
            }
        }
    }
}
