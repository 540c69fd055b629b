package health.consilium.benchmarks.relevance;

import health.consilium.benchmarks.relevance.platform.Loading;
import health.consilium.benchmarks.relevance.platform.LocalGateway;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.MalformedSet;
import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Judges the running platform's search by topics and judgements of people, beside plain Lucene. */
@Command(
        name = "relevance",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {PrepareCommand.class, LoadCommand.class, JudgeCommand.class},
        description = "Judges the running platform's search through its gateway, beside plain Lucene in this process."
                + " Without a command: prepare, load and judge everything that is prepared.",
        footerHeading = "%nA set is a folder of plain files:%n",
        footer = {
            "  topics.tsv      a line for each topic: id, tab, query",
            "  qrels.txt       TREC: topic 0 document grade",
            "  corpus.ndjson   lines of the question import; their id is the document's",
            "  set.properties  optional: format=questions|paper-json|front-matter, corpus=PATH, relevant=GRADE,",
            "                  gain=linear|exponential, measures=nDCG@10,nDCG@10-condensed,MRR@10,hit@10,",
            "                  recall@10,AUC,same@10,judged@10, synonyms=FILE, note=TEXT, and search.type,",
            "                  search.specialty or any other parameter of a search"
        })
public final class RelevanceBenchmark implements Callable<Integer> {
    @Mixin
    private WorkFolder work = new WorkFolder();

    @Mixin
    private SampleOption sample = new SampleOption();

    @Mixin
    private PrepareOptions preparing = new PrepareOptions();

    @Mixin
    private JudgeOptions judging = new JudgeOptions();

    private RelevanceBenchmark() {}

    /** Runs and ends the JVM with 0, or with 1 after a failure. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new RelevanceBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof ServerFailure || failure instanceof MalformedSet)) {
                        throw failure;
                    }
                    command.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        List<JudgedSet> sets = preparing.prepare(work.sets(), sample.topics());
        new Loading(LocalGateway.ofEnvironment(), System.err::println).load(sets);
        new Judging(judging, work.runs()).judge(sets);
        return 0;
    }
}
