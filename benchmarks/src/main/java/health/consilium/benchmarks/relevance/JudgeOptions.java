package health.consilium.benchmarks.relevance;

import health.consilium.benchmarks.relevance.measure.Measure;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
            description = "Results read for a topic; as many as the set's measures look at unless given.")
    private @Nullable Integer depth;

    @Option(names = "--in-flight", paramLabel = "N", description = "Searches at once, ${DEFAULT-VALUE} unless given.")
    private int inFlight = 2;

    @Option(names = "--markdown", description = "Print the tables in Markdown.")
    private boolean markdown;

    List<Contender> contenders() {
        return contenders;
    }

    int depth(JudgedSet set) {
        return depth != null
                ? depth
                : set.settings().measures().stream()
                        .mapToInt(Measure::depth)
                        .max()
                        .orElse(0);
    }

    int inFlight() {
        return inFlight;
    }

    boolean markdown() {
        return markdown;
    }
}
