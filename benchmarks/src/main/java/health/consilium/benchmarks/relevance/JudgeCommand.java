package health.consilium.benchmarks.relevance;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Searches for the sets' topics and prints how well they were answered. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Searches for the sets' topics, writes TREC run files and prints the figures.")
final class JudgeCommand implements Callable<Integer> {
    @Mixin
    private WorkFolder work = new WorkFolder();

    @Mixin
    private SampleOption sample = new SampleOption();

    @Mixin
    private JudgeOptions options = new JudgeOptions();

    @Parameters(arity = "0..*", paramLabel = "SET", description = "Names, folders, or all.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        new Judging(options, work.runs())
                .judge(work.read(names).stream()
                        .map(set -> set.sampled(sample.topics()))
                        .toList());
        return 0;
    }
}
