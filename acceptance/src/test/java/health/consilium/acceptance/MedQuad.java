package health.consilium.acceptance;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The question and answer pairs of MedQuAD (Ben Abacha and Demner-Fushman 2019), told in our import's terms. */
record MedQuad(List<JsonNode> pairs) {
    private static final JsonMapper JSON = new JsonMapper();

    static MedQuad read(Path file) {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return new MedQuad(lines.lines().map(JSON::readTree).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return pairs.size();
    }

    List<String> ids() {
        return pairs.stream().map(pair -> pair.path("id").asString()).toList();
    }

    byte[] toLines() {
        var lines = new ByteArrayOutputStream();
        for (JsonNode pair : pairs) {
            lines.writeBytes(JSON.writeValueAsBytes(question(pair)));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private static Map<String, Object> question(JsonNode pair) {
        String question = pair.path("question").asString();
        String source = pair.path("source").asString();
        return Map.of(
                "id", pair.path("id").asString(),
                "title", question,
                "text", question,
                "topics", topics(pair),
                "answers",
                        List.of(Map.of(
                                "doctor",
                                Map.of("name", source),
                                "text",
                                pair.path("answer").asString())),
                "source", Map.of("name", source, "url", pair.path("url").asString(), "licence", "CC BY 4.0"));
    }

    private static List<Map<String, Object>> topics(JsonNode pair) {
        String focus = pair.path("focus").asString("");
        if (focus.isBlank()) {
            return List.of();
        }
        List<String> synonyms = StreamSupport.stream(pair.path("synonyms").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        return List.of(Map.of("name", focus, "synonyms", synonyms));
    }
}
