package health.consilium.benchmarks.speed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The fields that all contenders search, and what each counts: the flat sum of our service's search for sentences. */
final class Shape {
    static final Map<String, Float> WEIGHTS = weights();
    static final float K1 = 0.9f;
    static final float B = 0.4f;

    private Shape() {}

    private static Map<String, Float> weights() {
        Map<String, Float> weights = new LinkedHashMap<>();
        weights.put("all", 1f);
        weights.put("title", 0.5f);
        weights.put("name", 0.2f);
        weights.put("word", 0.3f);
        return weights;
    }

    /** Whether words of this field are stemmed. */
    static boolean isStemmed(String field) {
        return !field.equals("word");
    }

    /** The texts of a published question by field. */
    static Map<String, String> fields(JsonNode question) {
        String title = question.path("title").asString();
        String topics = question.path("topics")
                .valueStream()
                .flatMap(topic -> Stream.concat(
                        Stream.of(topic.path("name").asString()),
                        topic.path("synonyms").valueStream().map(JsonNode::asString)))
                .collect(Collectors.joining(". "));
        String name = title + ". " + topics;
        String all = body(question) + " " + name;
        return Map.of("all", all, "title", title, "name", name, "word", all);
    }

    static String body(JsonNode question) {
        List<String> texts = Stream.concat(
                        Stream.of(question.path("text").asString()),
                        question.path("answers")
                                .valueStream()
                                .map(answer -> answer.path("text").asString()))
                .toList();
        return String.join(" ", texts);
    }
}
