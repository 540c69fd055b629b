package health.consilium.defaults.problem;

import static health.consilium.defaults.notes.NotesClient.errors;
import static health.consilium.defaults.notes.NotesClient.header;
import static health.consilium.defaults.notes.NotesClient.json;
import static health.consilium.defaults.notes.NotesClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.entry;

import health.consilium.defaults.notes.NotesClient;
import health.consilium.defaults.notes.NotesTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@NotesTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemIT {

    private static final String NOTES = "/api/v1/notes";

    private final NotesClient client;

    ProblemIT(@LocalServerPort int port) {
        this.client = new NotesClient(port);
    }

    @Test
    void pointsAtEachInvalidField() throws Exception {
        var answer = client.post(NOTES, "{\"title\": \"\", \"lines\": [{\"text\": \"a\"}, {\"text\": \" \"}]}");

        assertThat(errors(problem(answer, 400, "invalid-request")))
                .containsOnlyKeys("pointer /title", "pointer /lines/1/text")
                .containsEntry("pointer /title", "must not be blank");
    }

    @Test
    void pointsIntoABodyThatIsAList() throws Exception {
        var answer = client.post(NOTES + "/lines", "[{\"text\": \"a\"}, {\"text\": \"\"}]");

        assertThat(errors(problem(answer, 400, "invalid-request"))).containsOnlyKeys("pointer /1/text");
    }

    @Test
    void speaksEnglishToEveryone() throws Exception {
        var answer = client.send(NotesClient.json(client.as("editor", NOTES), "{\"title\": \"\"}")
                .header("Accept-Language", "de"));

        assertThat(errors(problem(answer, 400, "invalid-request")))
                .containsExactly(entry("pointer /title", "must not be blank"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"title": "a", "colour": 1}             | pointer /colour       | is not a known field
                    {"title": "a", "a/b~c": 1}              | pointer /a~1b~0c      | is not a known field
                    {"title": "a", "lines": [{"texts": 1}]} | pointer /lines/0/texts | is not a known field
                    {"title": "a", "weight": "heavy"}       | pointer /weight       | has the wrong type or form
                    {"title": "a", "weight": 99999999999}   | pointer /weight       | has the wrong type or form
                    {"title": {"text": "a"}}                | pointer /title        | has the wrong type or form
                    {"title": "a", "lines": [[]]}           | pointer /lines/0      | has the wrong type or form
                    []                                      | 'pointer '            | has the wrong type or form
                    {"title": "a"} {}                       | 'pointer '            | has the wrong type or form
                    """)
    void pointsAtAFieldThatIsUnknownOrOfTheWrongType(String body, String place, String detail) throws Exception {
        var answer = client.post(NOTES, body);

        assertThat(errors(problem(answer, 400, "invalid-request"))).containsExactly(entry(place, detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"title": ,}                 | (line 1, column
                    {;  "title": "a",;  }        | (line 3, column
                    {;  "lines": [;{"text": ]}   | (line 3, column
                    {"title": "a"                | (line 1, column
                    title=a                      | (line 1, column
                    """)
    void saysWhereJsonBreaks(String body, String place) throws Exception {
        var answer = client.post(NOTES, body.replace(';', '\n'));

        assertThat(problem(answer, 400, "invalid-request").path("detail").asString())
                .startsWith("The body is not valid JSON ")
                .contains(place);
    }

    @Test
    void refusesABodyThatIsNestedWithoutEnd() throws Exception {
        var answer = client.post(NOTES, "{\"lines\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}");

        problem(answer, 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void missesTheBody(String body) throws Exception {
        problem(client.post(NOTES, body), 400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({
        "/day, parameter on, is required",
        "/day?on=yesterday, parameter on, has the wrong type or form",
        "/numbers/seven, parameter number, has the wrong type or form",
        "/count?of=0, parameter of, must be greater than or equal to 1",
        "/count?of=10, parameter of, must be less than or equal to 9",
        "/header, parameter Prefer, is a required header"
    })
    void namesAnInvalidParameter(String target, String place, String detail) throws Exception {
        var answer = client.get("/api/v1/trouble" + target);

        assertThat(errors(problem(answer, 400, "invalid-request"))).containsExactly(entry(place, detail));
    }

    @Test
    void namesALimitOrACursorThatIsNone() throws Exception {
        assertThat(errors(problem(client.get(NOTES + "?limit=101"), 400, "invalid-request")))
                .containsOnlyKeys("parameter limit");
        assertThat(errors(problem(client.get(NOTES + "?limit=all"), 400, "invalid-request")))
                .containsOnlyKeys("parameter limit");
        assertThat(errors(problem(client.get(NOTES + "?cursor=forged"), 400, "invalid-cursor")))
                .containsOnlyKeys("parameter cursor");
    }

    @Test
    void saysWhichMethodsAnAddressHas() throws Exception {
        var answer = client.send(client.as("editor", NOTES).DELETE());

        problem(answer, 405, "method-not-allowed");
        assertThat(header(answer, "Allow").split(", ?")).contains("GET", "POST");
    }

    @Test
    void saysWhichMediaTypesABodyMayHave() throws Exception {
        var answer = client.send(client.as("editor", NOTES)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"title\": \"a\"}")));

        problem(answer, 415, "unsupported-media-type");
        assertThat(header(answer, "Accept")).contains("application/json");
    }

    @Test
    void answersWithAProblemEvenThoseWhoDoNotAcceptIt() throws Exception {
        var unacceptable =
                client.send(client.as("member", "/api/v1/trouble/json-only").header("Accept", "text/csv"));
        var nonsense =
                client.send(client.as("member", "/api/v1/trouble/json-only").header("Accept", "nonsense"));
        var missing = client.send(client.as("member", "/api/v1/nowhere").header("Accept", "text/html"));

        problem(unacceptable, 406, "not-acceptable");
        problem(nonsense, 406, "not-acceptable");
        problem(missing, 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nowhere", "/api/v1/no%20where?at=all", "/", "/favicon.ico", "/error"})
    void findsNothingAtAnUnknownAddress(String target) throws Exception {
        problem(client.get(target), 404, "not-found");
    }

    @Test
    void tellsTheCurrentVersionToWhoeverChangesAnOldOne() throws Exception {
        client.post(NOTES, "{\"title\": \"versioned\"}");
        var change = client.as("editor", NOTES + "/versioned");

        JsonNode required = problem(client.send(change.PUT(BodyPublishers.noBody())), 428, "precondition-required");
        var stale = client.send(change.copy().header("If-Match", "\"6\""));
        var changed = client.send(change.copy().header("If-Match", "\"1\""));

        assertThat(required.has("currentVersion")).isFalse();
        assertThat(problem(stale, 412, "stale-version").path("currentVersion").asLong())
                .isEqualTo(1);
        assertThat(header(stale, "ETag")).isEqualTo("\"1\"");
        assertThat(header(changed, "ETag")).isEqualTo("\"2\"");
    }

    @Test
    void keepsAnUnexpectedFailureToItsLog(CapturedOutput log) throws Exception {
        var answer = client.get("/api/v1/trouble/fault");

        JsonNode problem = problem(answer, 500, "internal-error");
        assertThat(problem.path("detail").asString()).contains("trace id").doesNotContain("select");
        assertThat(log).contains("select * from note");
    }

    @Test
    void keepsWhatPeopleWroteOutOfTheLog(CapturedOutput log) throws Exception {
        String text = "a-text-too-long-for-the-rule-that-" + "is-on-titles-of-notes";

        problem(client.get("/api/v1/trouble/broken-rule?text=" + text), 500, "internal-error");

        assertThat(log).contains("short_title").doesNotContain(text);
    }

    @Test
    void saysWhenToComeBackWhileTheDatabaseIsLost() throws Exception {
        var answer = client.get("/api/v1/trouble/lost-database");

        problem(answer, 503, "unavailable");
        assertThat(header(answer, "Retry-After")).isEqualTo("5");
    }

    @Test
    void breaksTheConnectionInsteadOfEndingAnIncompleteAnswer() {
        assertThatIOException().isThrownBy(() -> client.get("/api/v1/trouble/cut-off"));
    }

    @Test
    void carriesTheTraceOfTheCaller() throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        for (String target : new String[] {"/api/v1/nowhere", "/api/v1/no;where", "/api/v1/trouble/fault"}) {
            var answer = client.send(
                    client.as("member", target).header("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));

            assertThat(json(answer).path("traceId").asString()).as(target).isEqualTo(trace);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/no;where", "/api/v1/a%2Fb", "/api/v1/%2e%2e/a", "/api/v1//notes", "/api/v1/%0a"})
    void refusesAnAmbiguousAddress(String target) throws Exception {
        var answer = client.get(target);

        assertThat(answer.statusCode()).isIn(400, 404);
        problem(answer, answer.statusCode(), answer.statusCode() == 400 ? "invalid-request" : "not-found");
    }
}
