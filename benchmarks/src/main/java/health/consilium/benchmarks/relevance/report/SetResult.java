package health.consilium.benchmarks.relevance.report;

import health.consilium.benchmarks.relevance.measure.Figure;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import java.util.List;

/** What each system came to on a set, and what a reader of the figures has to know. */
public record SetResult(JudgedSet set, List<Row> rows, List<String> remarks) {

    /** A system's figures, in the order of the set's measures. */
    public record Row(String system, List<Figure> figures) {}
}
