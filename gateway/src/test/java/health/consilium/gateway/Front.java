package health.consilium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the gateway, with or without a token. */
public final class Front {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

    private final int port;

    public Front(int port) {
        this.port = port;
    }

    public HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
                .timeout(Duration.ofSeconds(30));
    }

    public HttpRequest.Builder request(String target, String token) {
        return request(target).header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> get(String target) throws Exception {
        return send(request(target));
    }

    public HttpResponse<String> get(String target, String token) throws Exception {
        return send(request(target, token));
    }

    public HttpResponse<String> post(String target, String token, String body) throws Exception {
        return send(request(target, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws Exception {
        return HTTP.send(request.build(), body);
    }

    /** Sends these lines, parted by {@code \n}, over a connection of their own, and reads until it is closed. */
    public String raw(String head) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Checks that an answer is a complete problem, and nothing but a problem. */
    public static JsonNode problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString())
                .isNotBlank()
                .doesNotContain("health.consilium", "java.", "localhost");
        assertThat(problem.path("instance").asString()).isEqualTo(answer.uri().getRawPath());
        assertThat(problem.path("traceId").asString()).matches(TRACE_ID);
        return problem;
    }

    /** The header's one value. */
    public static String header(HttpResponse<?> answer, String name) {
        assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        return answer.headers().allValues(name).getFirst();
    }
}
