package health.consilium.benchmarks.relevance.prepare;

import health.consilium.benchmarks.relevance.measure.Measure;
import health.consilium.benchmarks.relevance.prepare.QuestionLine.Source;
import health.consilium.benchmarks.relevance.prepare.QuestionLine.TopicLine;
import health.consilium.benchmarks.relevance.set.DocumentForm;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.Qrels;
import health.consilium.benchmarks.relevance.set.SetSettings;
import health.consilium.benchmarks.relevance.set.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** MedQuAD's pairs and, among them, the answers that were judged for MEDIQA: one collection for four sets. */
final class MedQuad {
    /** Its specialty, which also keeps other content of the platform out of its results. */
    static final String COLLECTION = "medquad";

    private static final String SHARED_CORPUS = "../" + COLLECTION + "/" + SetSettings.CORPUS;

    private final SharedData shared;
    private final Path work;
    private final List<JsonNode> pairs;

    MedQuad(SharedData shared, Path work) {
        this.shared = shared;
        this.work = work;
        this.pairs = shared.objects("medquad/medquad.jsonl.gz");
    }

    Bundle bundle() throws IOException {
        var mediqa = new Mediqa(shared, work, essences());
        List<JudgedSet> sets = new ArrayList<>(mediqa.sets());
        sets.add(queries("medquad-synonym", "functional/medquad-synonym/dev.jsonl", ""));
        sets.add(queries("hpo-lay", "functional/hpo-lay/medquad_focus.jsonl", "synonyms.txt"));
        new LaySynonyms(shared).write(work.resolve("hpo-lay"), "synonyms.txt");
        List<CorpusLine> lines = Stream.concat(pairs.stream().map(MedQuad::line), mediqa.answers())
                .toList();
        return new Bundle(work.resolve(COLLECTION), lines, sets);
    }

    private Map<String, String> essences() {
        return pairs.stream()
                .collect(Collectors.toMap(
                        pair -> Mediqa.essence(pair.path("answer").asString()),
                        pair -> pair.path("id").asString(),
                        (first, same) -> first));
    }

    /** Settings of a set that is searched in this collection. */
    static SetSettings settings() {
        return SetSettings.of(
                DocumentForm.QUESTIONS, SHARED_CORPUS, Map.of("type", "question", "specialty", COLLECTION));
    }

    /** Queries for whole documents: any pair of a document is relevant. */
    private JudgedSet queries(String name, String path, String synonyms) {
        Map<String, List<String>> documents = pairs.stream()
                .collect(Collectors.groupingBy(
                        pair -> pair.path("document").asString(),
                        Collectors.mapping(pair -> pair.path("id").asString(), Collectors.toList())));
        List<Topic> topics = new ArrayList<>();
        var qrels = new Qrels();
        for (JsonNode query : shared.objects(path)) {
            var topic = new Topic(
                    query.path("qid").asString(query.path("hpo").asString("") + "-" + topics.size()),
                    query.path("query").asString());
            topics.add(topic);
            query.path("relevant_docs")
                    .valueStream()
                    .flatMap(document -> documents.getOrDefault(document.asString(), List.of()).stream())
                    .forEach(pair -> qrels.add(topic.id(), pair, 1));
        }
        SetSettings settings = settings()
                .counted(1, Measure.HIT, Measure.RECIPROCAL_RANK)
                .with(synonyms)
                .noted("Plumbing: any pair of the document that the query stands for is relevant.");
        return new JudgedSet(work.resolve(name), settings, topics, qrels);
    }

    private static CorpusLine line(JsonNode pair) {
        String focus = pair.path("focus").asString("");
        List<String> synonyms =
                pair.path("synonyms").valueStream().map(JsonNode::asString).toList();
        return QuestionLine.answered(
                        pair.path("id").asString(),
                        pair.path("question").asString(),
                        COLLECTION,
                        focus.isBlank() ? List.of() : List.of(new TopicLine(focus, synonyms)),
                        pair.path("answer").asString(),
                        new Source(
                                "MedQuAD " + pair.path("source").asString(),
                                pair.path("url").asString(),
                                "CC BY 4.0"))
                .toLine();
    }
}
