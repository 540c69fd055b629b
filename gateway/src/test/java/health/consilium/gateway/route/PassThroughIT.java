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
    private final int port;

    PassThroughIT(@LocalServerPort int port) {
        this.front = new Front(port);
        this.port = port;
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

    @Test
    void passesRequestHeadersOn() throws Exception {
        front.send(front.request("/api/v1/articles/a", Tokens.of("editor"))
                .header("If-Match", "\"7\"")
                .header("If-None-Match", "\"6\"")
                .header("Idempotency-Key", "k-1")
                .header("Accept-Language", "de")
                .header("Last-Event-ID", "42"));

        var received = Services.CONTENT.last();
        assertThat(received.header("If-Match")).isEqualTo("\"7\"");
        assertThat(received.header("If-None-Match")).isEqualTo("\"6\"");
        assertThat(received.header("Idempotency-Key")).isEqualTo("k-1");
        assertThat(received.header("Accept-Language")).isEqualTo("de");
        assertThat(received.header("Last-Event-ID")).isEqualTo("42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "text/event-stream;q=x, /", ",;"})
    void leavesAnAcceptHeaderThatIsNoneToTheService(String accept) throws Exception {
        Services.CONTENT.answers(406, Map.of("Content-Type", "application/problem+json"), "{}");

        var answer = front.send(
                front.request("/api/v1/articles/a", Tokens.of("member")).header("Accept", accept));

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(Services.CONTENT.last().header("Accept")).isEqualTo(accept);
    }

    @Test
    void passesAnswerHeadersOn() throws Exception {
        Services.CONTENT.answers(
                201,
                Map.of(
                        "Content-Type", "application/json",
                        "ETag", "\"7\"",
                        "Location", "/api/v1/articles/a",
                        "Link", "</api/v1/articles?cursor=x>; rel=\"next\"",
                        "Change-Token", "token",
                        "Cache-Control", "private, no-cache",
                        "Retry-After", "3"),
                "{}");

        var answer = front.post("/api/v1/articles", Tokens.of("editor"), "{}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Front.header(answer, "ETag")).isEqualTo("\"7\"");
        assertThat(Front.header(answer, "Location")).isEqualTo("/api/v1/articles/a");
        assertThat(Front.header(answer, "Link")).isEqualTo("</api/v1/articles?cursor=x>; rel=\"next\"");
        assertThat(Front.header(answer, "Change-Token")).isEqualTo("token");
        assertThat(Front.header(answer, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(Front.header(answer, "Retry-After")).isEqualTo("3");
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

    @Test
    void givesTheServiceItsOwnTraceWithinTheCallers() throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";

        front.send(front.request("/api/v1/articles/a", Tokens.of("member"))
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));

        assertThat(Services.CONTENT.last().header("traceparent"))
                .matches("00-" + trace + "-[0-9a-f]{16}-01")
                .doesNotContain("b7ad6b7169203331");
    }

    @Test
    void dropsWhatIsMeantForOneHopOnly() throws Exception {
        front.raw("""
                GET /api/v1/articles/a HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Connection: close, X-Secret-Hop
                Keep-Alive: timeout=5
                X-Secret-Hop: 1
                X-Kept: 1
                TE: trailers
                Proxy-Authorization: Basic eA==

                """.formatted(Tokens.of("member")));

        var received = Services.CONTENT.last();
        assertThat(received.header("X-Kept")).isEqualTo("1");
        assertThat(received.header("X-Secret-Hop")).isNull();
        assertThat(received.header("Keep-Alive")).isNull();
        assertThat(received.header("TE")).isNull();
        assertThat(received.header("Proxy-Authorization")).isNull();
        assertThat(received.header("Connection")).isNotEqualTo("close, X-Secret-Hop");
    }

    @Test
    void doesNotBelieveACallersWordOnWhereItComesFrom() throws Exception {
        front.send(front.request("/api/v1/articles/a", Tokens.of("member"))
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=203.0.113.9;host=evil.example"));

        var received = Services.CONTENT.last();
        assertThat(received.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(received.header("X-Forwarded-Host")).isEqualTo("localhost:" + port);
        assertThat(received.header("X-Forwarded-Port")).isEqualTo(String.valueOf(port));
        assertThat(received.header("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(received.header("X-Forwarded-Prefix")).isNull();
        assertThat(received.header("Forwarded")).isNull();
    }

    private static byte[] zip(String text) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
