package health.consilium.content;

import health.consilium.stack.test.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as one of its users sees it. */
public final class ContentApi {

    /** An answer: its status, its headers, its body. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Answer(int status, HttpHeaders headers, byte[] body) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String etag() {
            return Objects.requireNonNull(headers.getETag(), () -> "no ETag in " + this);
        }

        public String problem() {
            return status + " " + json().path("type").asString("");
        }

        @Override
        public String toString() {
            return status + " " + new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Redirects are answers too. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final RestTestClient client;
    private final @Nullable String user;

    private ContentApi(RestTestClient client, @Nullable String user) {
        this.client = client;
        this.user = user;
    }

    public static ContentApi at(int port) {
        return new ContentApi(
                RestTestClient.bindToServer(new JdkClientHttpRequestFactory(HTTP))
                        .baseUrl("http://localhost:" + port)
                        .build(),
                null);
    }

    public ContentApi as(String name) {
        return new ContentApi(client, name);
    }

    public Answer get(String path, String... headers) {
        return send(HttpMethod.GET, path, null, null, headers);
    }

    public Answer head(String path) {
        return send(HttpMethod.HEAD, path, null, null);
    }

    public Answer post(String path, Object body, String... headers) {
        return send(HttpMethod.POST, path, MediaType.APPLICATION_JSON, body, headers);
    }

    public Answer put(String path, Object body, String... headers) {
        return send(HttpMethod.PUT, path, MediaType.APPLICATION_JSON, body, headers);
    }

    public Answer patch(String path, Object body, String... headers) {
        return send(HttpMethod.PATCH, path, MediaType.valueOf("application/merge-patch+json"), body, headers);
    }

    public Answer delete(String path, String... headers) {
        return send(HttpMethod.DELETE, path, null, null, headers);
    }

    public Answer upload(String path, MediaType type, byte[] body) {
        return send(HttpMethod.POST, path, type, body);
    }

    private Answer send(
            HttpMethod method, String path, @Nullable MediaType type, @Nullable Object body, String... headers) {
        var request = client.method(method).uri(URI.create(path)).headers(all -> {
            if (user != null) {
                all.setBearerAuth(Tokens.of(user));
            }
            for (int i = 0; i < headers.length; i += 2) {
                all.add(headers[i], headers[i + 1]);
            }
        });
        if (type != null && body != null) {
            request.contentType(type);
            request.body(body instanceof Map<?, ?> map ? JsonMapper.shared().writeValueAsBytes(map) : body);
        }
        var result = request.exchange().returnResult(byte[].class);
        byte[] bytes = result.getResponseBody();
        return new Answer(result.getStatus().value(), result.getResponseHeaders(), bytes == null ? new byte[0] : bytes);
    }
}
