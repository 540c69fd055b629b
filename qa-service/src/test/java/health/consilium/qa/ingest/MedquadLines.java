package health.consilium.qa.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answered pairs of MedQuAD as import lines; the data lies beside the repository, never in it. */
public final class MedquadLines {

    private static final JsonMapper JSON = new JsonMapper();

    private MedquadLines() {}

    /** Where the data would be: in {@code CONSILIUM_SHARED}, or beside the repository. */
    public static Path file() {
        String shared = Objects.requireNonNullElse(
                System.getProperty("CONSILIUM_SHARED", System.getenv("CONSILIUM_SHARED")), "../../shared");
        return Path.of(shared).resolve("data/medquad/medquad.jsonl.gz");
    }

    /** The first pairs as NDJSON. */
    public static String first(int pairs) {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file())), StandardCharsets.UTF_8))) {
            return reader.lines().limit(pairs).map(MedquadLines::line).collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String line(String pair) {
        JsonNode medquad = JSON.readTree(pair);
        String question = medquad.path("question").asString();
        ObjectNode line = JSON.createObjectNode();
        line.put("id", medquad.path("id").asString());
        line.put("title", question);
        line.put("text", question);
        line.set("topics", topics(medquad));
        line.set(
                "answers",
                JSON.valueToTree(List.of(Map.of(
                        "doctor", Map.of("name", medquad.path("source").asString()),
                        "text", medquad.path("answer").asString()))));
        line.set(
                "source",
                JSON.valueToTree(Map.of(
                        "name", medquad.path("source").asString(),
                        "url", medquad.path("url").asString(),
                        "licence", "CC BY 4.0")));
        return JSON.writeValueAsString(line);
    }

    private static ArrayNode topics(JsonNode medquad) {
        ArrayNode topics = JSON.createArrayNode();
        String focus = medquad.path("focus").asString("");
        if (!focus.isBlank()) {
            ObjectNode topic = topics.addObject();
            topic.put("name", focus);
            topic.set(
                    "synonyms", medquad.path("synonyms").isArray() ? medquad.path("synonyms") : JSON.createArrayNode());
        }
        return topics;
    }
}
