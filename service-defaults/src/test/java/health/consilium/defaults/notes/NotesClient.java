package health.consilium.defaults.notes;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.stack.test.Tokens;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the service of notes. */
public final class NotesClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private static final Pattern HEAD_WITH_LENGTH =
            Pattern.compile("(?s)^.*?\r\nContent-Length: (\\d+)\r\n.*?\r\n\r\n");

    private final int port;

    public NotesClient(int port) {
        this.port = port;
    }

    public HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
                .timeout(Duration.ofSeconds(30));
    }

    /** A request with the token of one of the realm's users. */
    public HttpRequest.Builder as(String user, String target) {
        return request(target).header("Authorization", "Bearer " + Tokens.of(user));
    }

    public HttpResponse<String> get(String target) throws Exception {
        return send(as("member", target));
    }

    public HttpResponse<String> post(String target, String json) throws Exception {
        return send(json(as("editor", target), json));
    }

    public static HttpRequest.Builder json(HttpRequest.Builder request, String json) {
        return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends these lines, parted by {@code \n}, over a connection of their own, and reads one answer. */
    public String raw(String head) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var answer = new StringBuilder();
            for (int next = 0; next >= 0 && !isComplete(answer); ) {
                next = socket.getInputStream().read();
                answer.append((char) next);
            }
            return answer.toString();
        }
    }

    private static boolean isComplete(CharSequence answer) {
        Matcher head = HEAD_WITH_LENGTH.matcher(answer);
        return head.find() && answer.length() == head.end() + Integer.parseInt(head.group(1));
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** Checks that an answer is a complete problem, and nothing but a problem. */
    public static JsonNode problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        JsonNode problem = json(answer);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("instance").asString()).isEqualTo(answer.uri().getRawPath());
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(answer.body()).doesNotContain("xception", "health.consilium", "org.", "java.", "localhost");
        return problem;
    }

    /** What is wrong at which pointer or parameter. */
    public static Map<String, String> errors(JsonNode problem) {
        var errors = new LinkedHashMap<String, String>();
        problem.path("errors").forEach(error -> {
            String place = error.path("pointer").isString() ? "pointer" : "parameter";
            errors.put(
                    place + " " + error.path(place).asString(),
                    error.path("detail").asString());
        });
        return errors;
    }

    /** The header's one value. */
    public static String header(HttpResponse<?> answer, String name) {
        assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        return answer.headers().allValues(name).getFirst();
    }
}
