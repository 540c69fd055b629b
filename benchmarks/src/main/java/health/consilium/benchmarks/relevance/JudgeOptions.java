package health.consilium.benchmarks.relevance;

import java.util.List;
import picocli.CommandLine.Option;

/** What is judged and how it is shown. */
final class JudgeOptions {
    @Option(
            names = "--modes",
            split = ",",
            paramLabel = "MODE",
            description = "bm25 (plain Lucene in this process), lexical, dense, hybrid, served (without the parameter"
                    + " mode); the first four unless given.")
    private List<Contender> contenders = List.of(Contender.BM25, Contender.LEXICAL, Contender.DENSE, Contender.HYBRID);

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Results read for a topic, ${DEFAULT-VALUE} unless given.")
    private int depth = 100;

    @Option(names = "--in-flight", paramLabel = "N", description = "Searches at once, ${DEFAULT-VALUE} unless given.")
    private int inFlight = 2;

    @Option(names = "--markdown", description = "Print the tables in Markdown.")
    private boolean markdown;

    List<Contender> contenders() {
        return contenders;
    }

    int depth() {
        return depth;
    }

    int inFlight() {
        return inFlight;
    }

    boolean markdown() {
        return markdown;
    }
}
