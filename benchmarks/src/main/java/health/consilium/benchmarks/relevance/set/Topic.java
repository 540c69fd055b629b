package health.consilium.benchmarks.relevance.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A query to judge by. */
public record Topic(String id, String query) {

    public Topic {
        query = query.replaceAll("\\s+", " ").strip();
    }

    /** The topics of a file, a line each: its id, a tab, its query. */
    static List<Topic> read(Path file) {
        Map<String, Topic> topics = new LinkedHashMap<>();
        Line.each(file, line -> {
            Topic topic = parse(line);
            if (topics.put(topic.id(), topic) != null) {
                throw line.malformed("the topic %s was there before".formatted(topic.id()));
            }
        });
        return List.copyOf(topics.values());
    }

    static void write(List<Topic> topics, Path file) throws IOException {
        Files.write(
                file,
                topics.stream().map(topic -> topic.id() + "\t" + topic.query()).toList());
    }

    private static Topic parse(Line line) {
        int tab = line.text().indexOf('\t');
        String id = tab < 0 ? "" : line.text().substring(0, tab).strip();
        if (id.isEmpty() || id.contains(" ")) {
            throw line.malformed("expected the topic's id, which has no blanks, a tab and its query");
        }
        Topic topic = new Topic(id, line.text().substring(tab + 1));
        if (topic.query().isEmpty()) {
            throw line.malformed("the topic %s has no query".formatted(id));
        }
        return topic;
    }
}
