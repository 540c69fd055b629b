package health.consilium.gateway.auth;

import static health.consilium.gateway.Front.problem;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.gateway.Front;
import health.consilium.gateway.GatewayTest;
import health.consilium.stack.test.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "consilium.security.jwk-set-uri=http://localhost:1/certs")
class IdentityProviderDownIT {

    private final Front front;

    IdentityProviderDownIT(@LocalServerPort int port) {
        this.front = new Front(port);
    }

    @Test
    void saysThatTokensCannotBeCheckedNow() throws Exception {
        var answer = front.get("/api/v1/articles", Tokens.of("member"));

        problem(answer, 503, "unavailable");
        assertThat(Front.header(answer, "Retry-After")).isNotBlank();
    }
}
