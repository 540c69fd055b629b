package health.consilium.search.message;

import health.consilium.search.index.DocumentType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A compacted topic whose messages carry the complete public state of one type of document. */
public enum StateTopic {
    ARTICLE("consilium.content.article.state.v1", "content", DocumentType.ARTICLE),
    PAPER("consilium.content.paper.state.v1", "content", DocumentType.PAPER),
    QUESTION("consilium.qa.question.state.v1", "qa", DocumentType.QUESTION);

    private final String topic;
    private final String source;
    private final DocumentType type;

    StateTopic(String topic, String source, DocumentType type) {
        this.topic = topic;
        this.source = source;
        this.type = type;
    }

    /** Its name in Kafka. */
    public String topic() {
        return topic;
    }

    /** The service that publishes it: {@code content} or {@code qa}. */
    public String source() {
        return source;
    }

    DocumentType type() {
        return type;
    }

    /** What every event type in it starts with. */
    String typePrefix() {
        return "health.consilium." + type.value() + ".";
    }

    /** The topic of that name. */
    public static StateTopic of(String topic) {
        return find(topic).orElseThrow(() -> new IllegalArgumentException("Not a state topic: " + topic));
    }

    /** The topic of that name, if it is a state topic. */
    public static Optional<StateTopic> find(String topic) {
        return Arrays.stream(values())
                .filter(known -> known.topic.equals(topic))
                .findFirst();
    }

    /** The names of all of them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(StateTopic::topic).toList();
    }

    /** The services that feed the search. */
    public static List<String> sources() {
        return Arrays.stream(values()).map(StateTopic::source).distinct().toList();
    }
}
