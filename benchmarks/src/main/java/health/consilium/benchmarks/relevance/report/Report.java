package health.consilium.benchmarks.relevance.report;

import health.consilium.benchmarks.relevance.measure.Figure;
import health.consilium.benchmarks.relevance.measure.Gain;
import health.consilium.benchmarks.relevance.measure.Measure;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.SetSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The figures of a set, for a terminal or for a page of results. */
public final class Report {
    private static final String CONVENTIONS = """
            Means over the topics that a measure can tell something about, ± their standard errors (of AUC: Hanley and
            McNeil's). nDCG@10-condensed is nDCG@10 once results that nobody judged are taken out; judged@10 is the
            share of judged documents among the first ten results. The platform has one index for everything that is
            loaded: a set's filter keeps other documents out of its results, not out of how rare a word is. Plain
            Lucene has an index for each corpus.
            """;

    private Report() {}

    /** A section with a table in Markdown. */
    public static String markdown(SetResult result) {
        String facts = facts(result).stream().map(fact -> "- " + fact + "\n").collect(Collectors.joining());
        return "### %s%n%n%s%n%s%n"
                .formatted(result.set().name(), facts, table(result).toMarkdown());
    }

    /** The same for a terminal. */
    public static String text(SetResult result) {
        String facts = facts(result).stream().map(fact -> "  " + fact + "\n").collect(Collectors.joining());
        return "%n%s%n%s%n%s"
                .formatted(result.set().name(), facts, table(result).toText());
    }

    /** What the figures mean. */
    public static String conventions() {
        return CONVENTIONS;
    }

    private static Table table(SetResult result) {
        List<Measure> measures = result.set().settings().measures();
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(Stream.of(""), measures.stream().map(Measure::title))
                .toList());
        for (SetResult.Row row : result.rows()) {
            rows.add(Stream.concat(
                            Stream.of(row.system()), row.figures().stream().map(Report::cell))
                    .toList());
        }
        return new Table(rows);
    }

    private static String cell(Figure figure) {
        if (Double.isNaN(figure.value())) {
            return "–";
        }
        return Double.isNaN(figure.standardError())
                ? String.format(Locale.ROOT, "%.3f", figure.value())
                : String.format(Locale.ROOT, "%.3f ± %.3f", figure.value(), figure.standardError());
    }

    private static List<String> facts(SetResult result) {
        JudgedSet set = result.set();
        List<String> facts = new ArrayList<>();
        facts.add("%,d topics, of them counted: %s".formatted(set.topics().size(), counted(result)));
        facts.add(counting(set.settings()));
        if (!set.settings().note().isEmpty()) {
            facts.add(set.settings().note());
        }
        facts.addAll(result.remarks());
        return facts;
    }

    private static String counting(SetSettings settings) {
        String gain = settings.scale().gain() == Gain.LINEAR ? "the grade" : "2^grade − 1";
        String search = new TreeMap<>(settings.search())
                .entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining(" "));
        return "gain = %s; relevant from grade %d; searched with %s"
                .formatted(gain, settings.scale().relevantFrom(), search.isEmpty() ? "no filter" : search);
    }

    /** How many topics, or for AUC judgements, went into each measure. */
    private static String counted(SetResult result) {
        List<Measure> measures = result.set().settings().measures();
        return IntStream.range(0, measures.size())
                .mapToObj(place -> "%s %s".formatted(measures.get(place).title(), counts(result, place)))
                .collect(Collectors.joining(", "));
    }

    private static String counts(SetResult result, int measure) {
        return result.rows().stream()
                .map(row -> "%,d".formatted(row.figures().get(measure).count()))
                .distinct()
                .collect(Collectors.joining("/"));
    }
}
