package health.consilium.acceptance.api;

import java.net.http.HttpHeaders;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back for a request, with the checks every test needs. */
public record Answer(String request, int status, HttpHeaders headers, String body) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    /** Itself, if it has this status; fails with the whole answer otherwise. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("%s: expected %d, got %d %s".formatted(request, expected, status, body));
        }
        return this;
    }

    /** Itself, if it is this problem. */
    public Answer expectProblem(int expected, String slug) {
        String type = expect(expected).json().path("type").asString();
        if (!type.equals("/problems/" + slug) || !header("Content-Type").startsWith("application/problem+json")) {
            throw new AssertionError("%s: expected the problem %s, got %s".formatted(request, slug, body));
        }
        return this;
    }

    /** Whether the gateway says that a service is away. */
    public boolean isAway() {
        return AWAY.contains(status);
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** A header's first value, empty where there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String etag() {
        return required("ETag");
    }

    public String changeToken() {
        return required("Change-Token");
    }

    /** The version that the ETag names. */
    public long version() {
        return Long.parseLong(etag().replace("\"", ""));
    }

    private String required(String name) {
        return headers.firstValue(name)
                .orElseThrow(() -> new AssertionError("%s: no %s in the answer".formatted(request, name)));
    }
}
