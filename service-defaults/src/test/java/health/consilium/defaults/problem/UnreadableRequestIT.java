package health.consilium.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.defaults.notes.NotesClient;
import health.consilium.defaults.notes.NotesTest;
import health.consilium.stack.test.Tokens;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@NotesTest
class UnreadableRequestIT {

    private static final Pattern TRACE_ID = Pattern.compile("\"traceId\":\"[0-9a-f]{32}\"");

    private final NotesClient client;

    UnreadableRequestIT(@LocalServerPort int port) {
        this.client = new NotesClient(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/notes?q=<a> HTTP/1.1\nHost: localhost\n\n",
                "GET /api/v1/notes/%zz HTTP/1.1\nHost: localhost\n\n",
                "GET /api/v1/notes/% HTTP/1.1\nHost: localhost\n\n",
                "GET /api/v1/notes/a%00b HTTP/1.1\nHost: localhost\nConnection: close\n\n",
                "GET /api/v1/notes/[a] HTTP/1.1\nHost: localhost\nConnection: close\n\n",
                "GET /api/v1/../../a HTTP/1.1\nHost: localhost\nConnection: close\n\n",
                "GET /api/v1/notes HTTP/1.1\n\n",
                "GET /api/v1/notes HTTP/1.1\nHost: a b\n\n",
                "GET /api/v1/notes HTTP/1.1\nHost: localhost\nBad Header: a\nConnection: close\n\n",
                "GET /api/v1/notes HTTP/1.1\nHost: localhost\nX-Large: LARGE\n\n",
                "GET /api/v1/notes HTTP/1.7\nHost: localhost\n\n",
                "POST /api/v1/notes HTTP/1.1\nHost: localhost\nContent-Length: a\n\n",
                "POST /api/v1/notes HTTP/1.1\nHost: localhost\nTransfer-Encoding: rot13\n\n",
                "TRACE /api/v1/notes HTTP/1.1\nHost: localhost\nConnection: close\n\n",
                "BREW /api/v1/notes HTTP/1.1\nHost: localhost\nConnection: close\n\n"
            })
    void isAnsweredWithAProblem(String request) throws Exception {
        String answer = client.raw(request.replace("LARGE", "x".repeat(20_000)));

        assertThat(answer).matches("(?s)HTTP/1.1 (400|401|404|405|431|501|505) .*");
        assertThat(answer).contains("Content-Type: application/problem+json\r\n", "\"type\":\"/problems/");
        assertThat(answer).containsPattern(TRACE_ID);
        assertThat(answer).doesNotContain("<html", "Tomcat", "Exception", "org.", "null");
    }

    @Test
    void isAnsweredOnceItsChunksMakeNoSense() throws Exception {
        String answer = client.raw("""
                POST /api/v1/notes HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/json
                Transfer-Encoding: chunked

                zz
                """.formatted(Tokens.of("editor")));

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("/problems/invalid-request");
    }
}
