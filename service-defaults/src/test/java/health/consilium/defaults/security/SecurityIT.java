package health.consilium.defaults.security;

import static health.consilium.defaults.notes.NotesClient.header;
import static health.consilium.defaults.notes.NotesClient.json;
import static health.consilium.defaults.notes.NotesClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.defaults.notes.NotesClient;
import health.consilium.defaults.notes.NotesTest;
import health.consilium.stack.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@NotesTest
class SecurityIT {

    private static final String NOTES = "/api/v1/notes";

    private final NotesClient client;

    SecurityIT(@LocalServerPort int port) {
        this.client = new NotesClient(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTES, "/api/v1/nowhere", "/nowhere", "/actuator/env", "/error"})
    void asksStrangersForAToken(String target) throws Exception {
        var answer = client.send(client.request(target));

        problem(answer, 401, "unauthenticated");
        assertThat(header(answer, "WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer garbage", "Bearer a.b.c", "Bearer e30.e30.", "Bearer "})
    void refusesATokenThatIsNone(String authorization) throws Exception {
        var answer = client.send(client.request(NOTES).header("Authorization", authorization));

        problem(answer, 401, "unauthenticated");
        assertThat(header(answer, "WWW-Authenticate")).startsWith("Bearer").doesNotContain("xception", "org.", "java");
    }

    @Test
    void refusesATokenThatWasChanged() throws Exception {
        String token = Tokens.of("member");
        String changed = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";

        var answer = client.send(client.request(NOTES).header("Authorization", "Bearer " + changed));

        problem(answer, 401, "unauthenticated");
        assertThat(header(answer, "WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic bWVtYmVyOm1lbWJlcg==", "Digest username=\"member\""})
    void takesNothingButBearerTokens(String authorization) throws Exception {
        problem(client.send(client.request(NOTES).header("Authorization", authorization)), 401, "unauthenticated");
    }

    @Test
    void takesNoTokenFromTheAddress() throws Exception {
        problem(client.send(client.request(NOTES + "?access_token=" + Tokens.of("member"))), 401, "unauthenticated");
    }

    @Test
    void letsOnlyTheRoleOfARouteThrough() throws Exception {
        problem(client.get("/api/v1/settings"), 403, "forbidden");
        problem(client.send(client.as("ops", "/api/v1/settings")), 404, "not-found");
    }

    @Test
    void letsAnyTokenThroughWhereNoRoleIsAskedFor() throws Exception {
        var answer = client.send(client.request(NOTES).header("Authorization", "Bearer " + Tokens.ofFrontEnd()));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{broken", "{\"title\": \"\"}", ""})
    void looksAtTheRoleBeforeTheBody(String body) throws Exception {
        var answer = client.send(NotesClient.json(client.as("member", NOTES), body));

        problem(answer, 403, "forbidden");
    }

    @Test
    void readsNothingFromWhoeverMayNotSend() throws Exception {
        for (String authorization : new String[] {"None", "Bearer " + Tokens.of("member")}) {
            String answer = client.raw("""
                    POST /api/v1/notes HTTP/1.1
                    Host: localhost
                    Authorization: %s
                    Content-Type: application/json
                    Content-Length: 9000000

                    {""".formatted(authorization));

            assertThat(answer).matches("(?s)HTTP/1.1 40[13] .*").contains("application/problem+json");
        }
    }

    @Test
    void tellsAControllerWhoCalls() throws Exception {
        var doctor = json(client.send(client.as("doctor", "/api/v1/me")));

        assertThat(doctor.path("id").asString()).isNotBlank();
        assertThat(doctor.path("name").asString()).isEqualTo("Demo Doctor");
        assertThat(doctor.path("doctorId").asString()).isEqualTo("dr-demo");
        assertThat(doctor.path("roles").valueStream())
                .anyMatch(role -> role.asString().equals("doctor"));
        assertThat(doctor.path("specialties").valueStream())
                .extracting(specialty -> specialty.asString())
                .containsExactlyInAnyOrder("oncology", "cardiology");
    }

    @Test
    void tellsAControllerThatAMemberIsNoDoctor() throws Exception {
        var member = json(client.send(client.as("member", "/api/v1/me")));

        assertThat(member.path("doctorId").isNull()).isTrue();
        assertThat(member.path("specialties")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/info",
                "/actuator/prometheus"
            })
    void showsOperatorsHowItIs(String target) throws Exception {
        assertThat(client.send(client.request(target)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/shutdown"})
    void showsNobodyMoreThanThat(String target) throws Exception {
        problem(client.send(client.as("ops", target)), 403, "forbidden");
    }
}
