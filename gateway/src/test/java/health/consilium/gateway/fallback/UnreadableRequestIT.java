package health.consilium.gateway.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.gateway.Front;
import health.consilium.gateway.GatewayTest;
import health.consilium.stack.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class UnreadableRequestIT {

    private final Front front;

    UnreadableRequestIT(@LocalServerPort int port) {
        this.front = new Front(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/articles?q=<script> HTTP/1.1\nHost: localhost\n\n",
                "GET /api/v1/articles/%zz HTTP/1.1\nHost: localhost\n\n",
                "GET /api/v1/articles/a%00b HTTP/1.1\nHost: localhost\nConnection: close\n\n",
                "GET /api/v1/articles/[x] HTTP/1.1\nHost: localhost\nConnection: close\n\n",
                "GET /api/v1/../../actuator HTTP/1.1\nHost: localhost\nConnection: close\n\n",
                "GET /api/v1/articles HTTP/1.1\n\n",
                "GET /api/v1/articles HTTP/1.1\nHost: a b\n\n",
                "GET /api/v1/articles HTTP/1.1\nHost: localhost\nBad Header: x\nConnection: close\n\n",
                "GET /api/v1/articles?%zz=%zz HTTP/1.1\nHost: localhost\nConnection: close\n\n",
                "POST /api/v1/articles HTTP/1.1\nHost: localhost\nContent-Length: x\n\n",
                "TRACE /api/v1/articles HTTP/1.1\nHost: localhost\nConnection: close\n\n",
                "BREW /api/v1/articles HTTP/1.1\nHost: localhost\nConnection: close\n\n"
            })
    void answersEvenTheWorstRequestWithAProblem(String request) throws Exception {
        String answer = front.raw(request);

        assertThat(answer).matches("(?s)HTTP/1.1 (400|401|404|405|501) .*");
        assertThat(answer).contains("application/problem+json", "\"type\":\"/problems/");
        assertThat(answer).doesNotContain("<html", "Tomcat", "Exception", "org.apache");
    }

    @Test
    void refusesHeadersThatAreTooLarge() throws Exception {
        String answer =
                front.raw("GET /api/v1/articles HTTP/1.1\nHost: localhost\nX-Large: " + "x".repeat(20_000) + "\n\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|431) .*").contains("application/problem+json");
    }

    @Test
    void saysThatABodyWasUnreadable() throws Exception {
        String answer = front.raw("""
                POST /api/v1/articles HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/json
                Transfer-Encoding: chunked

                zz
                """.formatted(Tokens.of("editor")));

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("/problems/invalid-request");
    }
}
