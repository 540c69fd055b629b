package health.consilium.acceptance.platform;

import health.consilium.stack.Database;
import health.consilium.stack.JavaCommand;
import health.consilium.stack.KeycloakServer;
import health.consilium.stack.PostgresServer;
import health.consilium.stack.Readiness;
import health.consilium.stack.platform.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One more content service, on a port of its own, with the database and the broker of the first. */
public record ContentInstance(URI address, Process process) implements AutoCloseable {
    static ContentInstance start(Sandbox sandbox) {
        int port = Ports.take(1).getFirst();
        Path log = sandbox.home().resolve("logs/second-content.log");
        Process process = new JavaCommand(List.of("-Xmx512m"), List.of("-jar", jar().toString()))
                .withEnvironment(environment(sandbox, port))
                .start(sandbox.home(), log);
        var instance = new ContentInstance(URI.create("http://localhost:" + port), process);
        URI ready = instance.address.resolve("/actuator/health/readiness");
        if (!Readiness.await(process.toHandle(), Duration.ofMinutes(1), () -> Readiness.answers(ready))) {
            instance.close();
            throw new AssertionError("the second content service did not become ready, see " + log);
        }
        return instance;
    }

    private static Map<String, String> environment(Sandbox sandbox, int port) {
        Database database = PostgresServer.databaseOf(sandbox.port(Port.POSTGRES), "content");
        return Map.of(
                "SERVER_PORT", Integer.toString(port),
                "CONSILIUM_SECURITY_ISSUER",
                        KeycloakServer.issuer(sandbox.port(Port.KEYCLOAK)).toString(),
                "CONSILIUM_PAGING_CURSOR_KEY", cursorKey(sandbox),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:" + sandbox.port(Port.KAFKA),
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password());
    }

    private static String cursorKey(Sandbox sandbox) {
        try {
            return Files.readString(sandbox.home().resolve("cursor-key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() {
        Path target = Sandbox.repository().resolve("content-service/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("content-service-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
