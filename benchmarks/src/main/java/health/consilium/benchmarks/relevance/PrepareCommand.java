package health.consilium.benchmarks.relevance;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes sets out of the shared data. */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes sets out of the shared data.")
final class PrepareCommand implements Callable<Integer> {
    @Mixin
    private WorkFolder work = new WorkFolder();

    @Mixin
    private SampleOption sample = new SampleOption();

    @Mixin
    private PrepareOptions options = new PrepareOptions();

    @Override
    public Integer call() throws IOException {
        options.prepare(work.sets(), sample.topics())
                .forEach(set -> System.out.printf(
                        "%s: %,d topics%n", set.folder(), set.topics().size()));
        return 0;
    }
}
