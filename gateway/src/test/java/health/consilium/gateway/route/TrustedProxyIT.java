package health.consilium.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.gateway.Front;
import health.consilium.gateway.GatewayTest;
import health.consilium.gateway.Services;
import health.consilium.stack.test.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "consilium.gateway.trusted-proxies=127.0.0.1/32")
class TrustedProxyIT {

    private final Front front;

    TrustedProxyIT(@LocalServerPort int port) {
        this.front = new Front(port);
    }

    @Test
    void believesAProxyOfOurOwnOnWhereTheCallerComesFrom() throws Exception {
        var answer = front.send(front.request("/api/v1/articles", Tokens.of("member"))
                .header("X-Forwarded-For", "198.51.100.7, 203.0.113.9")
                .header("X-Forwarded-Host", "api.example")
                .header("X-Forwarded-Proto", "https"));

        var received = Services.CONTENT.last();
        assertThat(received.header("X-Forwarded-For")).isEqualTo("203.0.113.9");
        assertThat(received.header("X-Forwarded-Host")).isEqualTo("api.example");
        assertThat(received.header("X-Forwarded-Proto")).isEqualTo("https");
        assertThat(received.header("X-Forwarded-Port")).isEqualTo("443");
        assertThat(Front.header(answer, "Strict-Transport-Security")).contains("max-age=");
    }
}
