package health.consilium.defaults.security;

import static health.consilium.defaults.notes.NotesClient.header;
import static health.consilium.defaults.notes.NotesClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.defaults.notes.NotesClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service that was started before the issuer of its tokens. */
@SpringBootTest(
        classes = TokenIT.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=none",
            "spring.config.import=classpath:service-defaults.yml",
            "spring.application.name=tokens"
        })
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class KeysOutOfReachIT {

    private static final Issuer ISSUER = Issuer.start();

    private final NotesClient client;

    KeysOutOfReachIT(@LocalServerPort int port) {
        this.client = new NotesClient(port);
    }

    @DynamicPropertySource
    static void believeTheIssuer(DynamicPropertyRegistry registry) {
        registry.add("consilium.security.issuer", ISSUER::url);
    }

    @Test
    void saysWhenToComeBackUntilTheKeysAreThere(CapturedOutput log) throws Exception {
        String token = ISSUER.token(claims -> {});
        ISSUER.goDown();

        var early = call(token);
        ISSUER.comeUp();
        var later = call(token);

        problem(early, 503, "unavailable");
        assertThat(header(early, "Retry-After")).isEqualTo("5");
        assertThat(early.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(log).contains("A token could not be checked").doesNotContain("Servlet.service()");
        assertThat(later.statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> call(String token) throws Exception {
        return client.send(client.request("/api/v1/me").header("Authorization", "Bearer " + token));
    }
}
