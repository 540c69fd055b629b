package health.consilium.gateway.route;

import static health.consilium.gateway.Front.problem;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.gateway.Front;
import health.consilium.gateway.GatewayTest;
import health.consilium.gateway.Services;
import health.consilium.stack.test.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class LargeBodyIT {

    private static final int MEBIBYTE = 1 << 20;
    private static final String IMPORTS = "/api/v1/imports?format=articles-ndjson";

    private final Front front;

    LargeBodyIT(@LocalServerPort int port) {
        this.front = new Front(port);
    }

    @BeforeEach
    void forget() {
        Services.CONTENT.forget();
    }

    /** The caller sends its second half only when the service has the first: nothing can hold the whole body. */
    @Test
    void passesAnImportOnWhileItIsStillComing() throws Exception {
        var half = 32L * MEBIBYTE;
        var arrived = new AtomicLong();
        var halfArrived = new CountDownLatch(1);
        Services.CONTENT.answers(exchange -> {
            InputStream body = exchange.getRequestBody();
            byte[] buffer = new byte[64 * 1024];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                // what the hops' own small buffers hold is allowed for
                if (arrived.addAndGet(count) > half - MEBIBYTE) {
                    halfArrived.countDown();
                }
            }
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });

        var answer = importing(BodyPublishers.ofInputStream(() -> new Zeros(2 * half, half, halfArrived)));

        assertThat(answer).isEqualTo(202);
        assertThat(arrived).hasValue(2 * half);
    }

    @Test
    void passesTheLargestImportOn() throws Exception {
        Services.CONTENT.answers(202, Map.of(), "");

        assertThat(importing(BodyPublishers.ofByteArray(new byte[64 * MEBIBYTE])))
                .isEqualTo(202);
        assertThat(Services.CONTENT.last().header("Content-Length")).isEqualTo(String.valueOf(64 * MEBIBYTE));
    }

    @Test
    void refusesAnImportThatSaysItIsTooLarge() throws Exception {
        var answer = front.send(front.request(IMPORTS, Tokens.of("editor"))
                .POST(BodyPublishers.ofByteArray(new byte[64 * MEBIBYTE + 1])));

        problem(answer, 413, "payload-too-large");
        assertThat(Services.CONTENT.received()).isEmpty();
    }

    @Test
    void refusesATooLargeImportBeforeItIsSent() throws Exception {
        var answer = front.send(front.request(IMPORTS, Tokens.of("editor"))
                .expectContinue(true)
                .POST(BodyPublishers.ofByteArray(new byte[64 * MEBIBYTE + 1])));

        problem(answer, 413, "payload-too-large");
        assertThat(Services.CONTENT.received()).isEmpty();
    }

    @Test
    void refusesAnImportThatGrowsTooLarge() throws Exception {
        var answer = front.send(front.request(IMPORTS, Tokens.of("editor"))
                .POST(BodyPublishers.ofInputStream(() -> new Zeros(65L * MEBIBYTE, 0, new CountDownLatch(0)))));

        problem(answer, 413, "payload-too-large");
    }

    @Test
    void refusesAnOrdinaryBodyOverOneMebibyte() throws Exception {
        var declared = front.post("/api/v1/articles", Tokens.of("editor"), "x".repeat(MEBIBYTE + 1));
        var chunked = front.send(front.request("/api/v1/articles", Tokens.of("editor"))
                .POST(BodyPublishers.ofInputStream(() -> new Zeros(2L * MEBIBYTE, 0, new CountDownLatch(0)))));

        problem(declared, 413, "payload-too-large");
        problem(chunked, 413, "payload-too-large");
    }

    /** As servers do: the answer comes first, and what still arrives is thrown away for a while. */
    @Test
    void passesOnTheAnswerOfAServiceThatRefusesBeforeItHasReadTheBody() throws Exception {
        Services.CONTENT.answers(exchange -> {
            exchange.sendResponseHeaders(415, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.close();
        });

        assertThat(importing(BodyPublishers.ofByteArray(new byte[48 * MEBIBYTE])))
                .isEqualTo(415);
    }

    private int importing(BodyPublisher body) throws Exception {
        return front.send(front.request(IMPORTS, Tokens.of("editor"))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(body))
                .statusCode();
    }

    /** So many zeros, the later part only after a signal. */
    private static final class Zeros extends InputStream {

        private final CountDownLatch signal;
        private final long pauseAt;
        private final long size;
        private long sent;

        Zeros(long size, long pauseAt, CountDownLatch signal) {
            this.size = size;
            this.pauseAt = pauseAt;
            this.signal = signal;
        }

        /** Never called by a client that reads whole buffers; the test fails if one does. */
        @Override
        public int read() {
            throw new UnsupportedOperationException("only whole buffers are read");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (sent >= size) {
                return -1;
            }
            if (sent >= pauseAt && !wasSignalled()) {
                throw new IOException("The service did not get the first part");
            }
            int count = (int) Math.min(length, size - sent);
            sent += count;
            return count;
        }

        private boolean wasSignalled() {
            try {
                return signal.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
