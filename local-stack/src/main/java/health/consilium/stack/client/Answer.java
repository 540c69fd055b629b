package health.consilium.stack.client;

import java.net.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the gateway answered. */
public record Answer(int status, HttpHeaders headers, String text) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The body as JSON; missing if it is none. */
    public JsonNode json() {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** The header's value, or nothing at all. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Whether what was asked for was done. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** What went wrong, in the gateway's own words. */
    public String problem() {
        return "%d %s"
                .formatted(
                        status,
                        json().path("detail").asString(json().path("title").asString("")));
    }
}
