package health.consilium.gateway.docs;

import static health.consilium.gateway.Front.problem;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.gateway.Front;
import health.consilium.gateway.GatewayTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class ProblemPagesIT {

    private final Front front;

    ProblemPagesIT(@LocalServerPort int port) {
        this.front = new Front(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems/stale-version", "/api/v1/problems/stale-version"})
    void showsABrowserAPage(String path) throws Exception {
        var answer = front.send(front.request(path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Front.header(answer, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(Front.header(answer, "Content-Security-Policy")).contains("style-src 'sha256-");
        assertThat(answer.body())
                .contains("<html lang=\"en\">", "<h1>Changed by someone else</h1>", "<h2>What to do</h2>");
    }

    @Test
    void givesAProgramTheSameAsJson() throws Exception {
        var answer = front.send(front.request("/problems/stale-version").header("Accept", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"slug\":\"stale-version\",\"status\":412,")
                .contains("\"remedy\":");
    }

    @Test
    void listsAllTypes() throws Exception {
        var answer = front.get("/problems");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("href=\"/problems/unauthenticated\"", "href=\"/problems/gateway-timeout\"");
    }

    @Test
    void knowsNoOtherType() throws Exception {
        problem(front.send(front.request("/problems/nonsense").header("Accept", "text/html")), 404, "not-found");
    }

    @Test
    void offersPagesForReadingOnly() throws Exception {
        var answer = front.send(front.request("/problems").POST(BodyPublishers.noBody()));

        problem(answer, 405, "method-not-allowed");
        assertThat(Front.header(answer, "Allow")).contains("GET");
    }

    @Test
    void saysWhichFormsThereAreNot() throws Exception {
        problem(front.send(front.request("/problems").header("Accept", "image/png")), 406, "not-acceptable");
    }
}
