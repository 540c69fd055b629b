package health.consilium.gateway.route;

import static health.consilium.gateway.Front.problem;
import static health.consilium.gateway.ScriptedServer.writes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.gateway.Front;
import health.consilium.gateway.GatewayTest;
import health.consilium.gateway.Services;
import health.consilium.stack.test.Tokens;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class FailingServiceIT {

    private static final String QUESTIONS = "/api/v1/questions";
    private static final String GOOD =
            "HTTP/1.1 200 OK\nContent-Type: application/json\nConnection: close\nContent-Length: 2\n\n{}";

    private final Front front;

    FailingServiceIT(@LocalServerPort int port) {
        this.front = new Front(port);
    }

    @BeforeEach
    void forget() {
        Services.QA.does(writes(GOOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void saysWhenToComeBackWhenAServiceRefuses(String method) throws Exception {
        var answer = front.send(
                front.request("/api/v1/search?q=x", Tokens.of("member")).method(method, BodyPublishers.ofString("{}")));

        problem(answer, 503, "unavailable");
        assertThat(Front.header(answer, "Retry-After")).isEqualTo("2");
    }

    @Test
    void givesUpOnASilentService() throws Exception {
        var released = new CountDownLatch(1);
        Services.QA.does((number, out) -> awaitUninterrupted(released));

        var answer = front.get(QUESTIONS, Tokens.of("member"));
        released.countDown();

        problem(answer, 504, "gateway-timeout");
        assertThat(Services.QA.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\n\n",
                "HTTP/1.1 200 OK\nContent-Length: 100\n\n{\"cut\":",
                "HTTP/1.1 200 OK\nContent-Type: application/json\nTransfer-Encoding: chunked\n\nzz\n"
            })
    void answersWithAProblemWhenAServiceBreaksOffEarly(String broken) throws Exception {
        Services.QA.does(writes(broken));

        var answer = front.get(QUESTIONS, Tokens.of("member"));

        problem(answer, 502, "bad-gateway");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void breaksOffWhenAServiceBreaksOffLate() {
        String tooLongToHoldBack = "x".repeat(300_000);
        Services.QA.does(writes("HTTP/1.1 200 OK\nContent-Type: text/plain\nTransfer-Encoding: chunked\n\n493E0\n"
                + tooLongToHoldBack + "\n5\nab"));

        assertThatThrownBy(() -> front.get(QUESTIONS, Tokens.of("member"))).isInstanceOf(IOException.class);
    }

    @Test
    void sendsAReadAgainOnceWhenTheConnectionWasClosed() throws Exception {
        Services.QA.does((number, out) -> {
            if (number == 2) {
                writes(GOOD).run(number, out);
            }
        });

        var answer = front.get(QUESTIONS, Tokens.of("member"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Services.QA.requests()).isEqualTo(2);
    }

    @Test
    void sendsAReadNoMoreThanTwice() throws Exception {
        Services.QA.does((number, out) -> {});

        var answer = front.get(QUESTIONS, Tokens.of("member"));

        problem(answer, 502, "bad-gateway");
        assertThat(Services.QA.requests()).isEqualTo(2);
    }

    @Test
    void sendsAWriteOnlyOnce() throws Exception {
        Services.QA.does((number, out) -> {});

        var answer = front.post(QUESTIONS, Tokens.of("member"), "{}");

        problem(answer, 502, "bad-gateway");
        assertThat(Services.QA.requests()).isEqualTo(1);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
