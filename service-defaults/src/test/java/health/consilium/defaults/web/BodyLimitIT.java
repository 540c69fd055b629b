package health.consilium.defaults.web;

import static health.consilium.defaults.notes.NotesClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.defaults.notes.NotesClient;
import health.consilium.defaults.notes.NotesTest;
import health.consilium.stack.test.Tokens;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@NotesTest
class BodyLimitIT {

    private static final int MEBIBYTE = 1 << 20;
    private static final String NOTES = "/api/v1/notes";
    private static final String IMPORTS = "/api/v1/imports?format=notes";

    private final NotesClient client;

    BodyLimitIT(@LocalServerPort int port) {
        this.client = new NotesClient(port);
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        String body = padded("{\"title\": \"exact\"}", MEBIBYTE);

        assertThat(client.send(post(NOTES, BodyPublishers.ofString(body))).statusCode())
                .isEqualTo(201);
        assertThat(client.send(post(NOTES, chunked(body))).statusCode()).isEqualTo(409);
    }

    @Test
    void refusesABodyThatIsDeclaredTooLarge() throws Exception {
        var answer = client.send(post(NOTES, BodyPublishers.ofString(padded("{}", MEBIBYTE + 1))));

        assertThat(problem(answer, 413, "payload-too-large").path("detail").asString())
                .contains("1048576");
    }

    @Test
    void refusesABodyByItsDeclarationAlone() throws Exception {
        String answer = client.raw("""
                POST /api/v1/notes HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: 90000000

                """.formatted(Tokens.of("editor")));

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("/problems/payload-too-large");
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws Exception {
        problem(client.send(post(NOTES, chunked(padded("{}", MEBIBYTE + 1)))), 413, "payload-too-large");
    }

    @Test
    void refusesATooLargeBodyWhereverItsReaderIs() throws Exception {
        String lines =
                "{\"title\": \"large\", \"lines\": [" + "{\"text\": \"a\"},".repeat(90_000) + "{\"text\": \"a\"}]}";

        problem(client.send(post(NOTES, chunked(lines))), 413, "payload-too-large");
    }

    @Test
    void refusesATooLargeBodyWithAnIdempotencyKey() throws Exception {
        var request = post(NOTES, chunked(padded("{}", MEBIBYTE + 1))).header("Idempotency-Key", "large");

        problem(client.send(request), 413, "payload-too-large");
    }

    @Test
    void takesLargerImports() throws Exception {
        String lines = "unwanted line\n".repeat(2 * MEBIBYTE / 14);

        assertThat(client.send(post(IMPORTS, chunked(lines))).statusCode()).isEqualTo(202);
    }

    @Test
    void limitsImportsToo() throws Exception {
        String lines = padded("", 3 * MEBIBYTE + 1);

        problem(client.send(post(IMPORTS, chunked(lines))), 413, "payload-too-large");
        problem(client.send(post(IMPORTS, BodyPublishers.ofString(lines))), 413, "payload-too-large");
    }

    private HttpRequest.Builder post(String target, BodyPublisher body) {
        return client.as("editor", target)
                .header("Content-Type", "application/json")
                .POST(body);
    }

    private static BodyPublisher chunked(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String padded(String json, int length) {
        return json + " ".repeat(length - json.length());
    }
}
