package health.consilium.benchmarks.relevance.set;

import health.consilium.benchmarks.relevance.measure.Judgements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Topics and what people judged of their documents, in a folder of its own. */
public record JudgedSet(Path folder, SetSettings settings, List<Topic> topics, Qrels qrels) {
    private static final String TOPICS = "topics.tsv";
    private static final String QRELS = "qrels.txt";
    private static final String SETTINGS = "set.properties";

    /** Whether a folder holds a set, and not only a corpus of others. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(TOPICS));
    }

    public static JudgedSet read(Path folder) {
        return new JudgedSet(
                folder,
                SettingsFile.read(folder.resolve(SETTINGS)),
                Topic.read(folder.resolve(TOPICS)),
                Qrels.read(folder.resolve(QRELS)));
    }

    /** Writes all but the corpus. */
    public void write() throws IOException {
        Files.createDirectories(folder);
        SettingsFile.write(settings, folder.resolve(SETTINGS));
        Topic.write(topics, folder.resolve(TOPICS));
        qrels.write(folder.resolve(QRELS));
    }

    public String name() {
        return String.valueOf(folder.getFileName());
    }

    public Corpus corpus() {
        return new Corpus(folder.resolve(settings.corpus()).normalize(), settings.form());
    }

    /** The file of synonyms that its searches need. */
    public Path synonyms() {
        return folder.resolve(settings.synonyms());
    }

    public Map<String, Judgements> judgements() {
        return qrels.judgements(settings.scale());
    }

    /** At most so many of its topics, evenly spread; forms of one query stay together and count once. */
    public JudgedSet sampled(int most) {
        List<String> queries = topics.stream().map(JudgedSet::query).distinct().toList();
        Set<String> chosen = Set.copyOf(Sample.evenly(queries, most));
        List<Topic> some =
                topics.stream().filter(topic -> chosen.contains(query(topic))).toList();
        return new JudgedSet(
                folder, settings, some, qrels.of(some.stream().map(Topic::id).collect(Collectors.toSet())));
    }

    private static String query(Topic topic) {
        return topic.id().replaceFirst("/[^/]*$", "");
    }
}
