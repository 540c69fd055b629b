package health.consilium.benchmarks.relevance;

import picocli.CommandLine.Option;

/** How many topics are enough. */
final class SampleOption {
    @Option(names = "--sample", paramLabel = "N", description = "At most N topics a set, evenly spread.")
    private int topics = Integer.MAX_VALUE;

    int topics() {
        return topics;
    }
}
