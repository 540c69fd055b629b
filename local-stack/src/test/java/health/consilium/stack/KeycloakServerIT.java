package health.consilium.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeycloakServerIT {
    private static KeycloakServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        List<Integer> ports = FreePorts.take(2);
        server = KeycloakServer.start(
                folder.resolve("home"), ports.getFirst(), ports.getLast(), folder.resolve("keycloak.log"), step -> {});
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "doctor", "editor", "reviewer", "moderator", "ops"})
    void givesEachDemoUserATokenForTheApi(String user) {
        JsonNode claims = claims(server.tokens().ofUser(user, user).value());

        assertThat(claims.path("iss").asString()).isEqualTo(server.issuer().toString());
        assertThat(claims.path("aud").toString()).contains("consilium-api");
        assertThat(claims.path("realm_access").path("roles").toString()).contains('"' + user + '"');
    }

    @Test
    void tellsWhoADoctorIs() {
        JsonNode claims = claims(server.tokens().ofUser("doctor", "doctor").value());

        assertThat(claims.path("doctor_id").asString()).isEqualTo("dr-demo");
        assertThat(claims.path("specialties").valueStream().map(JsonNode::asString))
                .contains("oncology", "cardiology");
    }

    @Test
    void givesAFrontEndATokenOfItsOwn() {
        JsonNode claims = claims(server.tokens()
                .ofClient("consilium-frontend", "consilium-frontend")
                .value());

        assertThat(claims.path("aud").toString()).contains("consilium-api");
        assertThat(claims.path("doctor_id").isMissingNode()).isTrue();
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> server.tokens().ofUser("editor", "guessed"))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("Invalid user credentials");
    }

    private static JsonNode claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]);
        return new JsonMapper().readTree(new String(payload, StandardCharsets.UTF_8));
    }
}
