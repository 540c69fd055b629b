package health.consilium.benchmarks.speed;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our search over HTTP, of the service itself or through the gateway; it always marks what matched. */
record HttpSearch(String name, String url, Supplier<String> token, List<ProcessHandle> processes) implements Contender {
    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public void search(String query) {
        requireAnswer(send(request(query)));
    }

    @Override
    public List<String> best(String query) {
        return texts(JSON.readTree(send(request(query))).path("items"), "/id");
    }

    private HttpRequest request(String query) {
        URI uri = URI.create(url + URLEncoder.encode(query, StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token.get())
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    static List<String> texts(JsonNode items, String path) {
        return items.valueStream().map(item -> item.at(path).asString("")).toList();
    }

    static void requireAnswer(byte[] answer) {
        if (answer.length == 0) {
            throw new ServerFailure("An answer is empty");
        }
    }

    /** The answer of a request that has to succeed, in JSON. */
    static JsonNode read(HttpRequest request) {
        return JSON.readTree(send(request));
    }

    /** The answer of a request that has to succeed. */
    static byte[] send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new ServerFailure("%s answered %d: %s"
                        .formatted(
                                request.uri().getPath(),
                                response.statusCode(),
                                new String(response.body(), StandardCharsets.UTF_8)));
            }
            return response.body();
        } catch (IOException failed) {
            throw new ServerFailure("%s did not answer".formatted(request.uri().getPath()), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while searching", interrupted);
        }
    }
}
