package health.consilium.defaults.security;

import static health.consilium.defaults.notes.NotesClient.header;
import static health.consilium.defaults.notes.NotesClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.defaults.notes.NotesClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tokens that a service without a database believes, and what it does while it cannot check any. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=none",
            "spring.config.import=classpath:service-defaults.yml",
            "spring.application.name=tokens",
            "consilium.security.key-refresh=100ms"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
class TokenIT {

    private static final Issuer ISSUER = Issuer.start();

    private final NotesClient client;

    TokenIT(@LocalServerPort int port) {
        this.client = new NotesClient(port);
    }

    @DynamicPropertySource
    static void believeTheIssuer(DynamicPropertyRegistry registry) {
        registry.add("consilium.security.issuer", ISSUER::url);
    }

    @BeforeEach
    void startWithAnIssuerThatIsUp() {
        ISSUER.comeUp();
    }

    @Test
    void believesAGoodToken() throws Exception {
        assertThat(call(ISSUER.token(claims -> {})).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesEveryOtherToken(String token) throws Exception {
        var answer = call(token);

        problem(answer, 401, "unauthenticated");
        assertThat(header(answer, "WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    static Stream<Named<String>> badTokens() {
        Date past = Date.from(Instant.now().minusSeconds(30));
        Date future = Date.from(Instant.now().plusSeconds(30));
        return Stream.of(
                Named.of("expired", ISSUER.token(claims -> claims.expirationTime(past))),
                Named.of("never expiring", ISSUER.token(claims -> claims.expirationTime(null))),
                Named.of("not valid yet", ISSUER.token(claims -> claims.notBeforeTime(future))),
                Named.of("for others", ISSUER.token(claims -> claims.audience("another-api"))),
                Named.of("for nobody", ISSUER.token(claims -> claims.audience((String) null))),
                Named.of("of another issuer", ISSUER.token(claims -> claims.issuer("http://elsewhere.example"))),
                Named.of("of nobody", ISSUER.token(claims -> claims.subject(null))),
                Named.of("of a stranger", ISSUER.tokenOfAStranger()),
                Named.of("of a stranger under our key id", ISSUER.tokenUnderOurKeyId()),
                Named.of("without a signature", ISSUER.tokenWithoutSignature()),
                Named.of("signed with the public key", ISSUER.tokenSignedWithThePublicKey()));
    }

    @Test
    void learnsOfANewKeyFromTheFirstTokenSignedWithIt() throws Exception {
        String old = ISSUER.token(claims -> {});
        assertThat(call(old).statusCode()).isEqualTo(200);

        ISSUER.changeKey();

        assertThat(call(ISSUER.token(claims -> {})).statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(call(old).statusCode()).isEqualTo(401));
    }

    @Test
    void goesOnWithTheKeysItHasWhileTheIssuerIsDown() throws Exception {
        String token = ISSUER.token(claims -> {});
        assertThat(call(token).statusCode()).isEqualTo(200);

        ISSUER.goDown();

        await().during(Duration.ofMillis(400)).until(() -> call(token).statusCode() == 200);
    }

    private HttpResponse<String> call(String token) throws Exception {
        return client.send(client.request("/api/v1/me").header("Authorization", "Bearer " + token));
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @Import(MeController.class)
    static class Application {}

    @RestController
    static class MeController {

        @GetMapping("/api/v1/me")
        String me(Caller caller) {
            return caller.toString();
        }
    }
}
