package health.consilium.defaults.web;

import static health.consilium.defaults.notes.NotesClient.header;
import static health.consilium.defaults.notes.NotesClient.json;
import static health.consilium.defaults.notes.NotesClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.defaults.notes.Gate;
import health.consilium.defaults.notes.Notes;
import health.consilium.defaults.notes.NotesClient;
import health.consilium.defaults.notes.NotesTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NotesTest
class IdempotencyIT {

    private static final String NOTES = "/api/v1/notes";

    private final NotesClient client;
    private final Notes notes;
    private final Gate gate;
    private final JdbcClient database;
    private final StoredResponses responses;
    private final String key = UUID.randomUUID().toString();

    @Autowired
    IdempotencyIT(@LocalServerPort int port, Notes notes, Gate gate, JdbcClient database, StoredResponses responses) {
        this.client = new NotesClient(port);
        this.notes = notes;
        this.gate = gate;
        this.database = database;
        this.responses = responses;
    }

    @Test
    void writesOnceAndAnswersTheSameAgain() throws Exception {
        var first = post(NOTES, "once");
        var again = post(NOTES, "once");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body()).contains("once");
        for (String name : new String[] {"Content-Type", "Content-Length", "Location", "ETag", "Change-Token"}) {
            assertThat(header(again, name)).isEqualTo(header(first, name));
        }
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(notes.count("once")).isEqualTo(1);
    }

    @Test
    void knowsNothingOfARequestWithoutAKey() throws Exception {
        client.post(NOTES, "{\"title\": \"keyless\"}");

        problem(client.post(NOTES, "{\"title\": \"keyless\"}"), 409, "conflict");
    }

    @Test
    void refusesAKeyThatCameWithAnotherRequest() throws Exception {
        post(NOTES, "first of two");

        problem(post(NOTES, "second of two"), 422, "idempotency-key-reused");
        problem(post(NOTES + "/held", "first of two"), 422, "idempotency-key-reused");
        assertThat(notes.count("second of two")).isZero();
    }

    @Test
    void letsAnotherUserHaveTheSameKey() throws Exception {
        post(NOTES, "of the editor");

        var answer = client.send(request("reviewer", NOTES, "of the reviewer"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).path("title").asString()).isEqualTo("of the reviewer");
    }

    @Test
    void letsOnlyOneOfTwoAtOnceThrough() throws Exception {
        gate.close();
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> held("at once"));
        gate.awaitArrival();

        var second = post(NOTES + "/held", "at once");
        gate.open();

        problem(second, 409, "request-in-flight");
        assertThat(header(second, "Retry-After")).isEqualTo("1");
        assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(post(NOTES + "/held", "at once").headers().firstValue("Idempotency-Replayed"))
                .hasValue("true");
        assertThat(notes.count("at once")).isEqualTo(1);
    }

    @Test
    void forgetsAFailureSoThatTheRequestCanBeTriedAgain() throws Exception {
        problem(post(NOTES + "/refused", "refused"), 409, "conflict");
        problem(post(NOTES + "/refused", "refused"), 409, "conflict");

        assertThat(notes.count("refused")).isZero();
        assertThat(post(NOTES, "taken with the same key").statusCode()).isEqualTo(201);
    }

    @Test
    void storesNoAnswerToAWriteThatWasRolledBack() throws Exception {
        var believed = post(NOTES + "/believed", "believed");

        problem(believed, 500, "internal-error");
        for (String name : new String[] {"Location", "ETag", "Change-Token"}) {
            assertThat(believed.headers().firstValue(name)).as(name).isEmpty();
        }
        assertThat(notes.count("believed")).isZero();
        assertThat(post(NOTES, "believed").statusCode()).isEqualTo(201);
    }

    @Test
    void forgetsAnAnswerAfterADay() throws Exception {
        post(NOTES, "of yesterday");
        database.sql("update idempotent_response set created_at = now() - interval '25 hours'")
                .update();

        problem(post(NOTES, "of yesterday"), 409, "conflict");

        responses.forgetOld();
        assertThat(database.sql("select count(*) from idempotent_response")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "LONG"})
    void refusesAKeyThatIsNone(String bad) throws Exception {
        var request = NotesClient.json(client.as("editor", NOTES), "{\"title\": \"keyed\"}")
                .header("Idempotency-Key", bad.replace("LONG", "x".repeat(201)));

        var problem = problem(client.send(request), 400, "invalid-request");

        assertThat(NotesClient.errors(problem)).containsOnlyKeys("parameter Idempotency-Key");
    }

    @Test
    void leavesInvalidRequestsToTheController() throws Exception {
        problem(post(NOTES, ""), 400, "invalid-request");
        problem(client.send(request("member", NOTES, "mine")), 403, "forbidden");
    }

    private HttpResponse<String> held(String title) {
        try {
            return post(NOTES + "/held", title);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpResponse<String> post(String target, String title) throws Exception {
        return client.send(request("editor", target, title));
    }

    private HttpRequest.Builder request(String user, String target, String title) {
        return NotesClient.json(client.as(user, target), "{\"title\": \"%s\"}".formatted(title))
                .header("Idempotency-Key", key);
    }
}
