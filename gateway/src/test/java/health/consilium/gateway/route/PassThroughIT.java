package health.consilium.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.gateway.Front;
import health.consilium.gateway.GatewayTest;
import health.consilium.gateway.ScriptedServer;
import health.consilium.gateway.Services;
import health.consilium.stack.test.Tokens;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class PassThroughIT {

    private final Front front;

    PassThroughIT(@LocalServerPort int port) {
        this.front = new Front(port);
    }

    @BeforeEach
    void forget() {
        Services.CONTENT.forget();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/articles",
                "/api/v1/articles/treatment%2Fsurgery?x=a+b&y=%2B&flag&y=2&empty=",
                "/api/v1/articles/%C3%BCberblick/draft?title=%E6%97%A5%E6%9C%AC",
                "/api/v1/papers/10.1000%2Fxyz%20(1)",
                "/api/v1/articles/resolve?ref=/treatment/surgery&ref=https%3A%2F%2Fexample.org%2F%3Fa%3Db%26c"
            })
    void passesTheAddressOnAsItCame(String target) throws Exception {
        var answer = front.get(target, Tokens.of("member"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Services.CONTENT.last().target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void passesTheMethodAndBodyOn(String method) throws Exception {
        Services.CONTENT.answers(exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });

        var answer = front.send(front.request("/api/v1/articles/a", Tokens.of("editor"))
                .header("Content-Type", "application/merge-patch+json")
                .method(method, BodyPublishers.ofString("{\"title\":\"Ü\"}")));

        assertThat(answer.body()).isEqualTo("{\"title\":\"Ü\"}");
        assertThat(Services.CONTENT.last().method()).isEqualTo(method);
        assertThat(Services.CONTENT.last().header("Content-Type")).isEqualTo("application/merge-patch+json");
        assertThat(Services.CONTENT.last().header("Content-Length")).isEqualTo("14");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16 * 1024, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 1024 * 1024})
    void passesAnswersOfAnyLengthOnWhole(int length) throws Exception {
        String body = "0123456789abcdef".repeat(length / 16 + 1).substring(0, length);
        Services.CONTENT.answers(200, Map.of("Content-Type", "text/plain"), body);
        var declared = front.get("/api/v1/articles/a", Tokens.of("member"));
        Services.CONTENT.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (exchange) {
                exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            }
        });
        var chunked = front.get("/api/v1/articles/a", Tokens.of("member"));

        assertThat(declared.body()).isEqualTo(body);
        assertThat(Front.header(declared, "Content-Length")).isEqualTo(String.valueOf(length));
        assertThat(chunked.body()).isEqualTo(body);
    }

    @Test
    void leavesTheAnswerToAConditionalReadToTheService() throws Exception {
        Services.CONTENT.answers(200, Map.of("ETag", "\"7\"", "Content-Type", "application/json"), "{\"fresh\":true}");

        var answer = front.send(
                front.request("/api/v1/articles/a", Tokens.of("member")).header("If-None-Match", "\"7\""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"fresh\":true}");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void passesAnswersWithoutABodyOn(int status) throws Exception {
        Services.CONTENT.answers(status, Map.of("ETag", "\"7\""), "");

        var answer = front.get("/api/v1/articles/a", Tokens.of("member"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Front.header(answer, "ETag")).isEqualTo("\"7\"");
    }

    @Test
    void passesTheHeadersOfABodyThatIsNotSent() throws Exception {
        Services.CONTENT.answers(exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"7\"");
            exchange.getResponseHeaders().add("Content-Length", "1234");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });

        var answer = front.send(
                front.request("/api/v1/articles/a", Tokens.of("member")).method("HEAD", BodyPublishers.noBody()));

        assertThat(Services.CONTENT.last().method()).isEqualTo("HEAD");
        assertThat(Front.header(answer, "ETag")).isEqualTo("\"7\"");
        assertThat(Front.header(answer, "Content-Length")).isEqualTo("1234");
    }

    @Test
    void passesAFormOnUnread() throws Exception {
        var read = new ArrayBlockingQueue<String>(1);
        Services.CONTENT.answers(exchange -> {
            read.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(415, -1);
            exchange.close();
        });

        var answer = front.send(front.request("/api/v1/articles?a=1", Tokens.of("editor"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("b=2&c=%C3%BC")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(read.poll(5, TimeUnit.SECONDS)).isEqualTo("b=2&c=%C3%BC");
        assertThat(Services.CONTENT.last().header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void passesAQueryOnThatOnlyTheServiceMayJudge() throws Exception {
        Services.QA.does(ScriptedServer.writes("HTTP/1.1 200 OK\nConnection: close\nContent-Length: 2\n\n{}"));

        String answer = front.raw("""
                GET /api/v1/questions?q=100%%&r=%%zz HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Connection: close

                """.formatted(Tokens.of("member")));

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(Services.QA.requests()).isEqualTo(1);
    }

    @Test
    void passesRedirectsOnInsteadOfFollowingThem() throws Exception {
        Services.CONTENT.answers(308, Map.of("Location", Services.CONTENT.url() + "/api/v1/articles/b?x=1"), "");

        var answer = front.get("/api/v1/articles/resolve?ref=a", Tokens.of("member"));

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(Front.header(answer, "Location")).isEqualTo("/api/v1/articles/b?x=1");
        assertThat(Services.CONTENT.received()).hasSize(1);
    }

    @Test
    void passesCompressedBytesOnAsTheyAre() throws Exception {
        byte[] zipped = zip("{\"zipped\":true}");
        Services.CONTENT.answers(exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, zipped.length);
            try (exchange) {
                exchange.getResponseBody().write(zipped);
            }
        });

        var answer = front.send(
                front.request("/api/v1/articles/a", Tokens.of("member")).header("Accept-Encoding", "gzip"),
                BodyHandlers.ofByteArray());

        assertThat(Front.header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.body()).isEqualTo(zipped);
    }

    @Test
    void passesAServicesProblemOnByteForByte() throws Exception {
        String problem = "{\"type\":\"/problems/not-approved\",  \"status\":409,\"traceId\":\"abc\"}";
        Services.CONTENT.answers(409, Map.of("Content-Type", "application/problem+json"), problem);

        var answer = front.get("/api/v1/articles/a", Tokens.of("editor"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo(problem);
        assertThat(Front.header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    private static byte[] zip(String text) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
