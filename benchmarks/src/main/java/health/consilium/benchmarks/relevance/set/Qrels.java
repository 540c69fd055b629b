package health.consilium.benchmarks.relevance.set;

import health.consilium.benchmarks.relevance.measure.Judgements;
import health.consilium.benchmarks.relevance.measure.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Grades by topic and document, in the form of TREC: {@code topic 0 document grade}. */
public final class Qrels {
    private final Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();

    /** Reads a file; each line that can't be read is named in the failure. */
    static Qrels read(Path file) {
        var qrels = new Qrels();
        Line.each(file, line -> {
            String[] columns = line.text().strip().split("\\s+", -1);
            if (columns.length != 4) {
                throw line.malformed(
                        "expected four columns, topic 0 document grade, and found %d".formatted(columns.length));
            }
            if (!qrels.add(columns[0], columns[2], grade(columns[3], line))) {
                throw line.malformed("topic %s has another grade for %s before".formatted(columns[0], columns[2]));
            }
        });
        return qrels;
    }

    private static int grade(String text, Line line) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException wrong) {
            throw line.malformed("the grade %s is not a whole number".formatted(text));
        }
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        grades.forEach((topic, documents) ->
                documents.forEach((document, grade) -> lines.add("%s 0 %s %d".formatted(topic, document, grade))));
        Files.write(file, lines);
    }

    /** Notes a grade; false if the topic has a different one for this document. */
    public boolean add(String topic, String document, int grade) {
        Integer before =
                grades.computeIfAbsent(topic, any -> new LinkedHashMap<>()).putIfAbsent(document, grade);
        return before == null || before == grade;
    }

    Qrels of(Set<String> topics) {
        var some = new Qrels();
        grades.forEach((topic, documents) -> {
            if (topics.contains(topic)) {
                some.grades.put(topic, documents);
            }
        });
        return some;
    }

    /** All documents that have a grade in some topic. */
    public Set<String> documents() {
        return grades.values().stream()
                .flatMap(documents -> documents.keySet().stream())
                .collect(Collectors.toSet());
    }

    /** By topic. */
    Map<String, Judgements> judgements(Scale scale) {
        Map<String, Judgements> judgements = new LinkedHashMap<>();
        grades.forEach((topic, documents) -> judgements.put(topic, new Judgements(documents, scale)));
        return judgements;
    }
}
