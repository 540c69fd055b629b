package health.consilium.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.gateway.Front;
import health.consilium.gateway.GatewayTest;
import health.consilium.gateway.ScriptedServer;
import health.consilium.gateway.Services;
import health.consilium.stack.test.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
@Timeout(30)
class EventStreamIT {

    private static final String STREAM = "/api/v1/doctor/inbox/stream";
    private static final String HEAD =
            "HTTP/1.1 200 OK\nContent-Type: text/event-stream;charset=UTF-8\nTransfer-Encoding: chunked\n\n";

    private final Front front;
    private final BlockingQueue<String> toSend = new ArrayBlockingQueue<>(10);
    private final CompletableFuture<Integer> closedAfter = new CompletableFuture<>();

    EventStreamIT(@LocalServerPort int port) {
        this.front = new Front(port);
    }

    @Test
    void passesEachEventOnWhenItComes() throws Exception {
        Services.QA.does((number, out) -> stream(out));

        try (var lines = open()) {
            for (int event = 1; event <= 5; event++) {
                // the next event is sent only after the one before has arrived
                toSend.put("data: " + event + "\n\n");
                assertThat(lines.readLine()).isEqualTo("data: " + event);
                assertThat(lines.readLine()).isEmpty();
            }
        }
    }

    @Test
    void closesTheServicesStreamWhenTheReaderLeaves() throws Exception {
        Services.QA.does((number, out) -> beat(out));

        try (var lines = open()) {
            assertThat(lines.readLine()).isEqualTo(": beat");
        }

        assertThat(closedAfter.get(20, TimeUnit.SECONDS)).isPositive();
    }

    private BufferedReader open() throws Exception {
        var answer = front.send(
                front.request(STREAM, Tokens.of("doctor")).header("Accept", "text/event-stream"),
                BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Front.header(answer, "Content-Type")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private void stream(OutputStream out) throws IOException {
        ScriptedServer.writes(HEAD).run(1, out);
        out.flush();
        for (String event = next(); !event.isEmpty(); event = next()) {
            chunk(out, event);
        }
    }

    /** Writes until the connection is closed, and says after how many beats that was. */
    private void beat(OutputStream out) throws IOException {
        ScriptedServer.writes(HEAD).run(1, out);
        int beats = 0;
        try {
            while (beats < 1_000_000) {
                chunk(out, ": beat\n\n");
                beats++;
            }
        } catch (IOException closed) {
            closedAfter.complete(beats);
        }
    }

    private String next() {
        try {
            String event = toSend.poll(5, TimeUnit.SECONDS);
            return event == null ? "" : event;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
