package health.consilium.benchmarks.containers;

import health.consilium.benchmarks.containers.load.Failure;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A phase's figures as Markdown. */
final class Section {
    private final StringBuilder text = new StringBuilder();

    /** The first column's cells are left, figures right. */
    Section table(List<String> head, Collection<List<String>> rows) {
        row(head);
        row(IntStream.range(0, head.size())
                .mapToObj(column -> column == 0 ? "---" : "--:")
                .toList());
        rows.forEach(this::row);
        return paragraph("");
    }

    Section paragraph(String sentences) {
        text.append(sentences).append(sentences.isEmpty() ? "\n" : "\n\n");
        return this;
    }

    /** What was not answered as it should be, each kind once. */
    Section failures(List<Failure> failures) {
        if (failures.isEmpty()) {
            return this;
        }
        List<List<String>> rows = failures.stream()
                .collect(Collectors.groupingBy(
                        failure -> List.of(failure.request(), failure.answer()), Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> List.of(
                        kind.getKey().get(0),
                        kind.getKey().get(1),
                        kind.getValue().toString()))
                .toList();
        return table(List.of("failed", "answer", "times"), rows);
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String seconds(Duration duration) {
        return number(duration.toMillis() / 1e3, 2);
    }

    static String millis(Duration duration) {
        return number(duration.toNanos() / 1e6, 1);
    }

    @Override
    public String toString() {
        return text.toString().strip() + "\n";
    }
}
