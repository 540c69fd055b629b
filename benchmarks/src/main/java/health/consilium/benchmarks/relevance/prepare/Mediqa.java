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
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** MEDIQA's questions with graded answers. A text that answers several questions becomes one document. */
final class Mediqa {
    private static final int CORRECT = 3;
    private static final int TITLE = 100;

    private final Path work;
    private final Map<String, CorpusLine> answers = new LinkedHashMap<>();
    private final List<JudgedSet> sets = new ArrayList<>();

    Mediqa(SharedData shared, Path work) {
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
            question.path("answers")
                    .forEach(answer -> qrels.add(
                            topic.id(),
                            document(part, answer),
                            answer.path("score").asInt()));
        }
        var settings = MedQuad.settings()
                .counted(CORRECT, Measure.NDCG, Measure.CONDENSED_NDCG, Measure.RECIPROCAL_RANK, Measure.JUDGED)
                .noted("A grade from 1 to 4 is its own gain; 3 and 4 count as correct.");
        sets.add(new JudgedSet(work.resolve("mediqa-" + part), settings, topics, qrels));
    }

    private String document(String part, JsonNode answer) {
        String text = answer.path("text").asString().strip();
        return answers.computeIfAbsent(text, unseen -> line(part, answer, unseen))
                .id();
    }

    private static CorpusLine line(String part, JsonNode answer, String text) {
        return QuestionLine.answered(
                        "mediqa-%s/%s".formatted(part, answer.path("id").asString()),
                        beginning(text),
                        MedQuad.COLLECTION,
                        List.of(),
                        text,
                        new Source("MEDIQA 2019", null, null))
                .toLine();
    }

    /** These answers came without a question, and the one they were judged for must not be given away. */
    static String beginning(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        int space = line.length() <= TITLE ? line.length() : line.lastIndexOf(' ', TITLE);
        return line.substring(0, space <= 0 ? TITLE : space);
    }
}
