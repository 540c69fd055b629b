package health.consilium.qa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class BadRequestsIT extends RunningService {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                            | GET  | /api/v1/questions                              |                 | 401 | unauthenticated
                            | POST | /api/v1/questions                              | {}              | 401 | unauthenticated
                doctor      | POST | /api/v1/questions                              | {}              | 403 | forbidden
                front-end   | GET  | /api/v1/me/questions                           |                 | 403 | forbidden
                member      | GET  | /api/v1/moderation/queue                       |                 | 403 | forbidden
                member      | POST | /api/v1/questions/00000000-0000-7000-8000-000000000000/moderation | {"action":"publish"} | 403 | forbidden
                member      | POST | /api/v1/questions/00000000-0000-7000-8000-000000000000/answers | {"text":"x"} | 403 | forbidden
                member      | POST | /api/v1/question-imports                       | {}              | 403 | forbidden
                member      | PUT  | /api/v1/questions/00000000-0000-7000-8000-000000000000/more-info | {"text":"x","origin":"human"} | 403 | forbidden
                member      | POST | /api/v1/questions                              | {"title":"Hi","text":"Why?"} | 400 | invalid-request
                member      | POST | /api/v1/questions                              | {"title":"A title","text":""} | 400 | invalid-request
                member      | POST | /api/v1/questions                              | {"title":"A title"} | 400 | invalid-request
                member      | POST | /api/v1/questions                              | {"title":"A title","text":"x","colour":"red"} | 400 | invalid-request
                member      | POST | /api/v1/questions                              | {"title":"A title","text":"x","asker":{"ageBand":"35"}} | 400 | invalid-request
                member      | POST | /api/v1/questions                              | {"title":"A title","text":"x","asker":{"handle":"12345678901234567890123456789012345678901"}} | 400 | invalid-request
                member      | POST | /api/v1/questions                              | {"title":"A title","text":"x","asker":{"sex":"f"}} | 400 | invalid-request
                member      | POST | /api/v1/questions                              | {"title":"A title","text":"x","subject":"cat"} | 400 | invalid-request
                member      | POST | /api/v1/questions                              | {"title":"A title","text":"x","addressedTo":"nobody"} | 400 | invalid-request
                member      | POST | /api/v1/questions                              | {"title":"A title","text":"x","topics":["?"]} | 400 | invalid-request
                member      | POST | /api/v1/questions                              | {"title":"A title",  | 400 | invalid-request
                member      | POST | /api/v1/questions                              | {"title":"<b>a</b>","text":"x"} | 400 | invalid-request
                front-end   | GET  | /api/v1/questions/none                         |                 | 404 | not-found
                front-end   | GET  | /api/v1/questions/00000000-0000-7000-8000-000000000000 |         | 404 | not-found
                front-end   | GET  | /api/v1/doctors/nobody                         |                 | 404 | not-found
                moderator   | GET  | /api/v1/question-imports/none                  |                 | 404 | not-found
                moderator   | POST | /api/v1/questions/00000000-0000-7000-8000-000000000000/moderation | {"action":"reject"} | 404 | not-found
                front-end   | GET  | /api/v1/questions?limit=0                      |                 | 400 | invalid-request
                front-end   | GET  | /api/v1/questions?limit=101                    |                 | 400 | invalid-request
                front-end   | GET  | /api/v1/questions?limit=x                      |                 | 400 | invalid-request
                front-end   | GET  | /api/v1/questions?sort=helpful                 |                 | 400 | invalid-request
                front-end   | GET  | /api/v1/questions?state=submitted              |                 | 400 | invalid-request
                front-end   | GET  | /api/v1/questions?cursor=forged                |                 | 400 | invalid-cursor
                front-end   | DELETE | /api/v1/questions                            |                 | 405 | method-not-allowed
                """)
    void answersWithAProblem(String user, HttpMethod method, String path, String body, int status, String problem) {
        Reply reply = send(user, method, path, body);

        assertThat(reply.status()).as(new String(reply.bytes(), UTF_8)).isEqualTo(status);
        assertThat(reply.problem()).isEqualTo("/problems/" + problem);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void namesTheActionsThatAreAvailable() {
        Asked question = ask("Is this an emergency?", "oncology");

        Reply refused = moderate(question, Map.of("action", "emergency"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("available").toString()).isEqualTo("[\"publish\",\"redact\",\"reject\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/questions?", "/api/v1/doctors?", "/api/v1/topics?", "/api/v1/questions?sort=oldest&"})
    void refusesTheCursorOfAnotherList(String list) {
        askInPublic("Which page is this?", "oncology");
        askInPublic("Which page is that?", "cardiology");
        String cursor = get("front-end", "/api/v1/specialties?limit=1")
                .json()
                .path("next")
                .asString();

        Reply refused = get("front-end", list + "cursor=" + cursor);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("/problems/invalid-cursor");
    }

    @Test
    void refusesTheCursorOfTheOtherOrder() {
        askInPublic("Am I the newest?", "oncology");
        askInPublic("Am I the oldest?", "oncology");
        String cursor = get("front-end", "/api/v1/questions?limit=1")
                .json()
                .path("next")
                .asString();

        assertThat(get("front-end", "/api/v1/questions?sort=oldest&cursor=" + cursor)
                        .problem())
                .isEqualTo("/problems/invalid-cursor");
    }

    @Test
    void servesNothingToWhoAcceptsNothingKnown() {
        Asked question = askInPublic("Can you say this in foo?", "oncology");

        assertThat(get("front-end", question.path(), "Accept", "foo").status()).isEqualTo(406);
    }

    @Test
    void takesTheLongestHeadersTheGatewayLetsThrough() {
        assertThat(get("front-end", "/api/v1/questions", "X-Long", "x".repeat(15_000))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void needsTheVersionAModeratorSaw() {
        Asked question = ask("Which version is this?", "oncology");

        Reply blind = post("moderator", question.path() + "/moderation", Map.of("action", "publish"));
        Reply stale = moderate(new Asked(question.id(), 7), Map.of("action", "publish"));

        assertThat(blind.status()).isEqualTo(428);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().path("currentVersion").asLong()).isEqualTo(1);
    }

    @Test
    void refusesToPublishTwice() {
        Asked question = askInPublic("Can this be published again?", "oncology");

        assertThat(moderate(question, Map.of("action", "publish")).status()).isEqualTo(409);
    }

    @Test
    void needsTheVersionADoctorCorrects() {
        Asked question = askInPublic("Who corrects the doctor?", "oncology");
        String path = "/api/v1/answers/"
                + answer(question, "Nobody.").json().path("id").asString();

        assertThat(send("doctor", HttpMethod.PATCH, path, Map.of("text", "Peers."))
                        .status())
                .isEqualTo(428);
        assertThat(send("doctor", HttpMethod.PATCH, path, Map.of("text", "Peers."), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void removesMarkupFromAQuestionAndSaysSo() {
        Reply asked = post(
                "member",
                "/api/v1/questions",
                Map.of("title", "Is <b>this</b> fine?", "text", "Hello<script>steal()</script> <img src=x onerror=y>"));

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().path("title").asString()).isEqualTo("Is this fine?");
        assertThat(asked.json().path("text").asString()).isEqualTo("Hello");
        assertThat(asked.json().path("removed").toString()).contains("script", "onerror", "markup");
    }

    @Test
    void doesOnceWhatIsSentTwiceUnderOneKey() {
        Map<String, String> question = Map.of("title", "Did I click twice?", "text", "Perhaps.");

        Reply first = post("member", "/api/v1/questions", question, "Idempotency-Key", "twice");
        Reply second = post("member", "/api/v1/questions", question, "Idempotency-Key", "twice");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.bytes()).isEqualTo(first.bytes());
    }
}
