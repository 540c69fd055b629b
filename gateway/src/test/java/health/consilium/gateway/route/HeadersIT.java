package health.consilium.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.gateway.Front;
import health.consilium.gateway.GatewayTest;
import health.consilium.gateway.Services;
import health.consilium.stack.test.Tokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class HeadersIT {

    private final Front front;
    private final int port;

    HeadersIT(@LocalServerPort int port) {
        this.front = new Front(port);
        this.port = port;
    }

    @BeforeEach
    void forget() {
        Services.CONTENT.forget();
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
}
