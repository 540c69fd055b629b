package health.consilium.benchmarks.relevance.prepare;

import health.consilium.benchmarks.relevance.measure.Measure;
import health.consilium.benchmarks.relevance.prepare.QuestionLine.Source;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.Qrels;
import health.consilium.benchmarks.relevance.set.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * MEDIQA's questions with graded answers. A text that answers several questions becomes one document, and one that
 * MedQuAD has as well is MedQuAD's.
 */
final class Mediqa {
    /** A document's grade, from 0 for an incorrect answer to 3 for an excellent one. */
    private static final int CORRECT = 2;

    private static final int TITLE = 100;

    /** Pages begin with their heading; it is no question that a topic asks. */
    private static final Pattern HEADING = Pattern.compile("^(.{3,160}?):\\s+(?=\\S)");

    private final Path work;
    private final Map<String, String> known;
    private final Map<String, CorpusLine> answers = new LinkedHashMap<>();
    private final List<JudgedSet> sets = new ArrayList<>();

    /** {@code known} documents by their {@link #essence}. */
    Mediqa(SharedData shared, Path work, Map<String, String> known) {
        this.known = known;
        this.work = work;
        add("alexa102", shared);
        add("val24", shared);
    }

    List<JudgedSet> sets() {
        return sets;
    }

    /** The documents, to be put into the collection that they were once found in. */
    Stream<CorpusLine> answers() {
        return answers.values().stream();
    }

    private void add(String part, SharedData shared) {
        List<Topic> topics = new ArrayList<>();
        var qrels = new Qrels();
        for (JsonNode question : shared.objects("mediqa-qa/dev_%s.jsonl.gz".formatted(part))) {
            var topic = new Topic(
                    question.path("qid").asString(), question.path("question").asString());
            topics.add(topic);
            Map<String, Integer> grades = new LinkedHashMap<>();
            question.path("answers")
                    .forEach(answer -> grades.merge(
                            document(part, answer), answer.path("score").asInt() - 1, Math::max));
            grades.forEach((document, grade) -> qrels.add(topic.id(), document, grade));
        }
        var settings = MedQuad.settings()
                .counted(CORRECT, Measure.NDCG, Measure.CONDENSED_NDCG, Measure.RECIPROCAL_RANK, Measure.JUDGED)
                .noted("Gains from 0 for an incorrect answer to 3 for an excellent one; 2 and 3 count as correct.");
        sets.add(new JudgedSet(work.resolve("mediqa-" + part), settings, topics, qrels));
    }

    private String document(String part, JsonNode answer) {
        String text = answer.path("text").asString().strip();
        String body = HEADING.matcher(text).replaceFirst("");
        return Stream.of(text, body)
                .map(Mediqa::essence)
                .map(known::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> pooled(part, answer, text));
    }

    private String pooled(String part, JsonNode answer, String text) {
        return answers.computeIfAbsent(essence(text), unseen -> line(part, answer, text))
                .id();
    }

    /** By which a text is known again that was copied with other spaces and signs. */
    static String essence(String text) {
        return text.replaceAll("\\W+", "").toLowerCase(Locale.ROOT);
    }

    private static CorpusLine line(String part, JsonNode answer, String text) {
        return QuestionLine.answered(
                        "mediqa-%s/%s".formatted(part, answer.path("id").asString()),
                        title(text),
                        MedQuad.COLLECTION,
                        List.of(),
                        text,
                        new Source("MEDIQA 2019", null, null))
                .toLine();
    }

    /** These answers came without a question, and the one they were judged for must not be given away. */
    static String title(String text) {
        Matcher heading = HEADING.matcher(text);
        if (heading.find()) {
            return heading.group(1);
        }
        String line = text.replaceAll("\\s+", " ").strip();
        int space = line.length() <= TITLE ? line.length() : line.lastIndexOf(' ', TITLE);
        return line.substring(0, space <= 0 ? TITLE : space);
    }
}
