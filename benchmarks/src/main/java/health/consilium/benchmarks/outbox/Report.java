package health.consilium.benchmarks.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All results as Markdown: per phase a line per contender, the median of its rounds and their range. */
final class Report {

    private final List<Result> results;

    Report(List<Result> results) {
        this.results = results;
    }

    String toMarkdown() {
        return Arrays.stream(Phase.values())
                .filter(phase -> results.stream().anyMatch(result -> result.phase() == phase))
                .map(this::table)
                .collect(Collectors.joining("\n"));
    }

    private String table(Phase phase) {
        List<String> names = results.stream()
                .filter(result -> result.phase() == phase)
                .flatMap(result -> result.figures().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        String head =
                "| %s | rounds | %s |".formatted(phase.name().toLowerCase(Locale.ROOT), String.join(" | ", names));
        String line = "|" + " --- |".repeat(names.size() + 2);
        return Stream.concat(
                        Stream.of(head, line),
                        Arrays.stream(Contender.values())
                                .map(contender -> row(phase, contender, names))
                                .filter(Predicate.not(String::isEmpty)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String row(Phase phase, Contender contender, List<String> names) {
        List<Result> rounds = results.stream()
                .filter(result -> result.phase() == phase && result.contender() == contender)
                .toList();
        if (rounds.isEmpty()) {
            return "";
        }
        String cells = names.stream().map(name -> cell(rounds, name)).collect(Collectors.joining(" | "));
        return "| %s | %d | %s |".formatted(contender.title(), rounds.size(), cells);
    }

    private static String cell(List<Result> rounds, String name) {
        double[] values = rounds.stream()
                .mapToDouble(round -> round.figures().getOrDefault(name, Double.NaN))
                .sorted()
                .toArray();
        double median = (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
        double least = values[0];
        double most = values[values.length - 1];
        return least == most ? number(median) : "%s (%s–%s)".formatted(number(median), number(least), number(most));
    }

    private static String number(double value) {
        return value == Math.rint(value) || value >= 1000 ? "%,.0f".formatted(value) : "%.2f".formatted(value);
    }
}
