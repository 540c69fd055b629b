package health.consilium.acceptance.platform;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of {@code ./consilium status --json}; a part that doesn't run, or not as a process, has the pid 0. */
public record PartStatus(String name, String url, long pid, List<String> containers, String state, Path log) {
    public static List<PartStatus> parse(String json) {
        return new JsonMapper()
                .readTree(json)
                .path("parts")
                .valueStream()
                .map(PartStatus::of)
                .toList();
    }

    private static PartStatus of(JsonNode part) {
        return new PartStatus(
                part.path("name").asString(),
                part.path("url").asString(),
                part.path("pid").asLong(0),
                part.path("containers").valueStream().map(JsonNode::asString).toList(),
                part.path("state").asString(),
                Path.of(part.path("log").asString()));
    }

    public boolean isReady() {
        return state.equals("ready");
    }
}
