package health.consilium.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenSearchServerIT {
    @TempDir
    private Path folder;

    private final int port = FreePorts.take(1).getFirst();

    @Test
    void keepsADocumentOverARestart() throws Exception {
        try (OpenSearchServer server = start()) {
            assertThat(send(server, "PUT", "/kept", "{}").statusCode()).isEqualTo(200);
            assertThat(send(server, "PUT", "/kept/_doc/1", "{\"word\":\"survivor\"}")
                            .statusCode())
                    .isEqualTo(201);
        }
        assertThat(Readiness.accepts(port)).isFalse();

        try (OpenSearchServer server = start()) {
            assertThat(send(server, "GET", "/_cluster/health/kept?wait_for_status=yellow", "")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send(server, "GET", "/kept/_doc/1", "").body()).contains("survivor");
        }
    }

    @Test
    void endsWithTheProcessThatStartedIt() throws Exception {
        Process starter = new JavaCommand(
                        List.of("-cp", System.getProperty("java.class.path")),
                        List.of(Starter.class.getName(), folder.toString(), Integer.toString(port)))
                .start(folder, folder.resolve("starter.log"));
        assertThat(Readiness.await(starter.toHandle(), Duration.ofMinutes(2), () -> Readiness.accepts(port)))
                .isTrue();
        ProcessHandle node = starter.children().findFirst().orElseThrow();

        starter.destroyForcibly().waitFor();

        assertThat(node.onExit().orTimeout(30, TimeUnit.SECONDS).join()).isNotNull();
    }

    private OpenSearchServer start() {
        return OpenSearchServer.start(folder.resolve("opensearch"), port, folder.resolve("opensearch.log"));
    }

    private static HttpResponse<String> send(OpenSearchServer server, String method, String path, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(server.uri().resolve(path))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    /** Starts a node and stays until it is killed. */
    static final class Starter {
        public static void main(String... arguments) {
            Path folder = Path.of(arguments[0]);
            OpenSearchServer server = OpenSearchServer.start(
                    folder.resolve("opensearch"), Integer.parseInt(arguments[1]), folder.resolve("opensearch.log"));
            server.process().onExit().join();
        }
    }
}
