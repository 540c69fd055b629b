package health.consilium.benchmarks.relevance;

import health.consilium.benchmarks.relevance.platform.Loading;
import health.consilium.benchmarks.relevance.platform.LocalGateway;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Imports the sets' corpora into the running platform. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Imports the sets' corpora into the running platform and waits until its search has all of them.")
final class LoadCommand implements Callable<Integer> {
    @Mixin
    private WorkFolder work = new WorkFolder();

    @Parameters(arity = "0..*", paramLabel = "SET", description = "Names, folders, or all.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        new Loading(LocalGateway.ofEnvironment(), System.err::println).load(work.read(names));
        return 0;
    }
}
