package health.consilium.benchmarks.relevance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cells in rows, the first row their head. */
record Table(List<List<String>> rows) {

    String toMarkdown() {
        List<String> lines = new ArrayList<>(
                rows.stream().map(row -> "| " + String.join(" | ", row) + " |").toList());
        lines.add(1, "|" + "---|".repeat(rows.getFirst().size()));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** Columns of equal width. */
    String toText() {
        List<Integer> widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> row.get(column)
                                + " "
                                        .repeat(widths.get(column)
                                                - row.get(column).length()))
                        .collect(Collectors.joining("  ", "  ", ""))
                        .stripTrailing())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
