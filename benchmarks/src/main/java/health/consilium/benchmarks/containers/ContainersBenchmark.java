package health.consilium.benchmarks.containers;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures the running platform of docker-compose.yml. */
@Command(
        name = "containers",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommandsRepeatable = true,
        subcommands = {
            SpreadCommand.class,
            KillsCommand.class,
            CutCommand.class,
            MemoryCommand.class,
            StartsCommand.class
        },
        description =
                "Measures the running platform of docker-compose.yml through its gateway and the Docker engine, on"
                        + " the machine of both, as root. Leaves the platform as it was found, however it ends.",
        commandListHeading = "%nPhases, one or several after each other:%n",
        synopsisSubcommandLabel = "PHASE...",
        footer = {
            "",
            "docker compose up --detach --scale search-service=3 --scale content-service=2 --scale qa-service=2",
            "benchmarks/run containers spread kills --rounds 3 cut content-service memory starts --report"
        })
public final class ContainersBenchmark implements Callable<Integer> {
    @Mixin
    private Results results = new Results();

    private ContainersBenchmark() {}

    /** Runs and ends the JVM with 0, or with 1 after a failure. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new ContainersBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof ServerFailure)) {
                        throw failure;
                    }
                    command.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (!results.isReportWanted()) {
            throw new ServerFailure("Name a phase, or --report: see --help.");
        }
        results.write();
        return 0;
    }
}
