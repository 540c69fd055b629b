package health.consilium.benchmarks.speed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stands between our service and OpenSearch, and remembers what the service asks of it. */
final class Recorder implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings");

    private final URI node;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final List<byte[]> searches = new CopyOnWriteArrayList<>();

    private Recorder(URI node, HttpServer server) {
        this.node = node;
        this.server = server;
    }

    static Recorder before(URI node) throws IOException {
        // otherwise each answer waits for the acknowledgement of its headers
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Recorder recorder = new Recorder(node, server);
        server.setExecutor(recorder.threads);
        server.createContext("/", recorder::pass);
        server.start();
        return recorder;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The request for results that the service makes when this is done: of all it makes, the first that wants any. */
    JsonNode requestOf(Runnable search) {
        searches.clear();
        search.run();
        return searches.stream()
                .map(new JsonMapper()::readTree)
                .filter(request -> request.path("size").asInt() > 0 && request.has("query"))
                .findFirst()
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> new ServerFailure("The service asked OpenSearch for no results"))
                .without(List.of("pit"));
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().endsWith("_search")) {
                searches.add(body);
            }
            HttpResponse<byte[]> answer =
                    client.send(request(exchange, body).build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean empty = answer.body().length == 0;
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
            if (!empty) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request;
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
        threads.close();
    }
}
