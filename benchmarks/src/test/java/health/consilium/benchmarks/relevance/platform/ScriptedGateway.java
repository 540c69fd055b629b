package health.consilium.benchmarks.relevance.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.consilium.stack.TokenEndpoint;
import health.consilium.stack.client.GatewayClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as a test tells it to, the last answer to a path again and again, and remembers what it was asked. */
final class ScriptedGateway implements AutoCloseable {
    /** An answer. */
    record Reply(int status, String body, Map<String, String> headers) {
        static Reply json(String body) {
            return new Reply(200, body, Map.of("Content-Type", "application/json"));
        }
    }

    /** A request as it came, without its token. */
    record Asked(String method, String path, String query, String body, String condition) {}

    private static final String TOKEN = "{\"access_token\":\"t\",\"expires_in\":600}";

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    ScriptedGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    ScriptedGateway on(String request, Reply... answers) {
        replies.put(request, new ArrayDeque<>(List.of(answers)));
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    LocalGateway gateway() {
        var address = URI.create("http://localhost:" + server.getAddress().getPort());
        return new LocalGateway(new GatewayClient(address, new TokenEndpoint(address)));
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/token")) {
            send(exchange, Reply.json(TOKEN));
            return;
        }
        asked.add(new Asked(
                exchange.getRequestMethod(),
                path,
                String.valueOf(exchange.getRequestURI().getRawQuery()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                String.valueOf(exchange.getRequestHeaders().getFirst("If-Match"))));
        Deque<Reply> left = replies.getOrDefault(exchange.getRequestMethod() + " " + path, new ArrayDeque<>());
        Reply missing = new Reply(404, "{\"title\":\"Not found\"}", Map.of());
        send(exchange, left.size() > 1 ? left.removeFirst() : left.isEmpty() ? missing : left.getFirst());
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
