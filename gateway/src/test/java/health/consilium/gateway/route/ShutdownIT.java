package health.consilium.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.gateway.Front;
import health.consilium.gateway.OwnGateway;
import health.consilium.gateway.ScriptedServer;
import health.consilium.gateway.ServiceBehind;
import health.consilium.stack.test.RealServers;
import health.consilium.stack.test.Tokens;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(ShutdownIT.NoBeans.class)
@RealServers(kafka = false)
@Timeout(60)
class ShutdownIT {

    private final ServiceBehind content = ServiceBehind.start();
    private final ScriptedServer qa = ScriptedServer.start();
    private OwnGateway gateway;
    private Front front;

    @BeforeEach
    void startAGatewayOfItsOwn() {
        gateway = OwnGateway.start(
                "--consilium.gateway.content-url=" + content.url(), "--consilium.gateway.qa-url=" + qa.url());
        front = gateway.front();
    }

    @Test
    void answersWhatItHasBegunBeforeItStops() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        content.answers(exchange -> {
            begun.countDown();
            awaitUninterrupted(goOn);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(this::read);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> stop = CompletableFuture.runAsync(gateway::close);
        goOn.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(204);
        stop.get(10, TimeUnit.SECONDS);
    }

    @Test
    void endsEventStreamsSoThatItCanStop() throws Exception {
        var silence = new CountDownLatch(1);
        qa.does((number, out) -> {
            ScriptedServer.writes("HTTP/1.1 200 OK\nContent-Type: text/event-stream\n\n: hello\n\n")
                    .run(number, out);
            out.flush();
            awaitUninterrupted(silence);
        });
        HttpResponse<InputStream> stream = front.send(
                front.request("/api/v1/doctor/inbox/stream", Tokens.of("doctor"))
                        .header("Accept", "text/event-stream"),
                BodyHandlers.ofInputStream());
        assertThat(stream.body().read()).isEqualTo(':');

        CompletableFuture.runAsync(gateway::close).get(10, TimeUnit.SECONDS);
        silence.countDown();

        assertThat(gateway.isActive()).isFalse();
    }

    private int read() {
        try {
            return front.get("/api/v1/articles", Tokens.of("member")).statusCode();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static class NoBeans {}
}
