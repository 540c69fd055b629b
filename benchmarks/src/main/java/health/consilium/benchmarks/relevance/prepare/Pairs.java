package health.consilium.benchmarks.relevance.prepare;

import health.consilium.benchmarks.relevance.prepare.QuestionLine.Source;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.Qrels;
import health.consilium.benchmarks.relevance.set.SetSettings;
import health.consilium.benchmarks.relevance.set.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pairs of texts that people called alike or not: one side is searched for, the other is to be found. */
final class Pairs {
    private final Path folder;
    private final Source source;
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final Map<String, CorpusLine> documents = new LinkedHashMap<>();
    private final Qrels qrels = new Qrels();

    Pairs(Path folder, Source source) {
        this.folder = folder;
        this.source = source;
    }

    /** A text that comes again is the same topic or document; the first label of a pair counts. */
    void add(String id, String query, String text, int label) {
        String name = String.valueOf(folder.getFileName());
        Topic topic = topics.computeIfAbsent(query, unseen -> new Topic(id, unseen));
        CorpusLine document = documents.computeIfAbsent(
                text,
                unseen ->
                        QuestionLine.open(name + "/" + id, unseen, name, source).toLine());
        qrels.add(topic.id(), document.id(), label);
    }

    Bundle bundle(SetSettings settings) {
        var set = new JudgedSet(folder, settings, new ArrayList<>(topics.values()), qrels);
        return new Bundle(folder, List.copyOf(documents.values()), List.of(set));
    }
}
