package health.consilium.stack.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.consilium.stack.Fingerprint;
import health.consilium.stack.Folders;
import health.consilium.stack.Readiness;
import health.consilium.stack.TokenEndpoint;
import health.consilium.stack.client.GatewayClient;
import health.consilium.stack.client.Imports;
import health.consilium.stack.client.Samples;
import health.consilium.stack.platform.Home;
import health.consilium.stack.platform.Platform;
import health.consilium.stack.platform.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import picocli.CommandLine.Command;

/** Does what the other commands do, against a server of its own: from this run the JVM makes its start-up cache. */
@Command(name = "rehearse", hidden = true, description = "Part of the build: trains the start of this program.")
final class RehearseCommand extends PlatformCommand {
    private static final String ANSWER = """
            {"access_token": "none", "expires_in": 300, "id": "1", "state": "completed", "total": 0, "processed": 0,
             "counts": {"created": 0, "updated": 0, "unchanged": 0, "rejected": 0}, "rejected": []}
            """;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("consilium-rehearsal-");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", RehearseCommand::answer);
        server.start();
        try {
            rehearse(
                    folder, URI.create("http://localhost:" + server.getAddress().getPort()));
        } finally {
            server.stop(0);
            Folders.delete(folder);
        }
        return 0;
    }

    private void rehearse(Path folder, URI address) throws IOException {
        ConsoleProgress progress = new ConsoleProgress(out());
        progress.line("server", Boolean.toString(Readiness.answers(address)));
        progress.line("program", Fingerprint.ofClassPath(System.getProperty("java.class.path")));
        GatewayClient gateway = new GatewayClient(address, new TokenEndpoint(address));
        new Samples(new Imports(gateway), folder.resolve("samples"))
                .loadOnce(loaded -> progress.line("samples", loaded));
        Platform platform = Platform.of(new Home(folder), Ports.free(), folder);
        platform.status().forEach(part -> progress.line(part.name(), part.url()));
        platform.stop(progress);
        progress.line("drivers", Long.toString(DriverManager.drivers().count()));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
