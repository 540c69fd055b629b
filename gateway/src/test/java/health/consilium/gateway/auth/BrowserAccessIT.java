package health.consilium.gateway.auth;

import static health.consilium.gateway.Front.problem;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.gateway.Front;
import health.consilium.gateway.GatewayTest;
import health.consilium.gateway.Services;
import health.consilium.stack.test.Tokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class BrowserAccessIT {

    private final Front front;

    BrowserAccessIT(@LocalServerPort int port) {
        this.front = new Front(port);
    }

    @Test
    void letsAKnownOriginAskBeforeItSends() throws Exception {
        var answer = front.send(preflight("https://answers.example"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Front.header(answer, "Access-Control-Allow-Origin")).isEqualTo("https://answers.example");
        assertThat(Front.header(answer, "Access-Control-Allow-Headers")).contains("authorization", "if-match");
    }

    @Test
    void refusesAStrangersOriginWithAProblem() throws Exception {
        var answer = front.send(preflight("https://stranger.example"));

        problem(answer, 403, "forbidden");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void letsAKnownOriginReadTheHeadersItNeeds() throws Exception {
        Services.CONTENT.forget();

        var answer = front.send(
                front.request("/api/v1/articles", Tokens.of("member")).header("Origin", "https://answers.example"));

        assertThat(Front.header(answer, "Access-Control-Expose-Headers")).contains("ETag", "Change-Token");
    }

    @Test
    void tellsBrowsersToRunAndFrameNothing() throws Exception {
        Services.CONTENT.answers(200, Map.of("Content-Type", "application/json", "X-Frame-Options", "DENY"), "{}");

        var answer = front.get("/api/v1/articles", Tokens.of("member"));

        assertThat(Front.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(Front.header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(Front.header(answer, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(Front.header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private HttpRequest.Builder preflight(String origin) {
        return front.request("/api/v1/articles")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,if-match");
    }
}
