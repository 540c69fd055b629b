package health.consilium.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A small real HTTP service for the gateway to call; by default it answers every request with 200 and {@code {}}.
 * The gateway's own questions whether it is ready are not counted among what it received.
 */
public final class ServiceBehind {

    private static final Answer EMPTY =
            exchange -> answer(exchange, 200, Map.of("Content-Type", "application/json"), "{}");

    private final HttpServer server;
    private final ConcurrentLinkedDeque<Received> received = new ConcurrentLinkedDeque<>();
    private volatile Answer answer = EMPTY;
    private volatile boolean ready = true;

    private ServiceBehind(HttpServer server) {
        this.server = server;
    }

    /** Starts one on any free port. */
    public static ServiceBehind start() {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** Starts one at this address. */
    public static ServiceBehind start(InetSocketAddress address) {
        try {
            var server = HttpServer.create(address, 0);
            var service = new ServiceBehind(server);
            server.createContext("/", service::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return service;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String url() {
        return "http://localhost:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Ends it at once: its connections break, and new ones are refused. */
    public void stop() {
        server.stop(0);
    }

    /** Whether it says from now on that it is ready. */
    public void saysItIsReady(boolean nowReady) {
        ready = nowReady;
    }

    /** What it does from now on. */
    public void answers(Answer next) {
        answer = next;
    }

    /** The same with a fixed answer. */
    public void answers(int status, Map<String, String> headers, String body) {
        answers(exchange -> answer(exchange, status, headers, body));
    }

    public void forget() {
        answer = EMPTY;
        ready = true;
        received.clear();
    }

    /** The requests since {@link #forget()}, oldest first. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public Received last() {
        return Objects.requireNonNull(received.peekLast(), "nothing was received");
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/actuator/health/readiness")) {
            answer(exchange, ready ? 200 : 503, Map.of(), "{}");
            return;
        }
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders())));
        answer.to(exchange);
    }

    static void answer(HttpExchange exchange, int status, Map<String, String> headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        headers.forEach(exchange.getResponseHeaders()::add);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** How the service answers one request. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A request as it arrived. */
    public record Received(String method, String target, Map<String, List<String>> headers) {

        public @Nullable String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> String.join(",", header.getValue()))
                    .findFirst()
                    .orElse(null);
        }
    }
}
