package health.consilium.stack.test;

import health.consilium.stack.Database;
import health.consilium.stack.FreePorts;
import health.consilium.stack.KafkaServer;
import health.consilium.stack.KeycloakServer;
import health.consilium.stack.OpenSearchServer;
import health.consilium.stack.PostgresServer;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * The servers of this JVM's tests, embedded: each starts when first asked for and stops after the last application
 * context. This is the one place that knows how tests get their servers.
 */
final class EmbeddedServers {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServers.class);
    private static @Nullable EmbeddedServers instance;

    private final TestFolder folder = TestFolder.create();
    private final List<Integer> ports = FreePorts.take(6);
    private final AtomicInteger databases = new AtomicInteger();
    private final String cursorKey = randomKey();
    private @Nullable CompletableFuture<PostgresServer> postgres;
    private @Nullable CompletableFuture<KafkaServer> kafka;
    private @Nullable CompletableFuture<KeycloakServer> keycloak;
    private @Nullable CompletableFuture<OpenSearchServer> opensearch;

    /** The servers of this JVM; nothing runs before it is asked for. */
    static synchronized EmbeddedServers ofThisJvm() {
        if (instance == null) {
            instance = new EmbeddedServers();
            SpringApplication.getShutdownHandlers().add(instance::stop);
        }
        return instance;
    }

    void announce(RealServersCustomizer wanted) {
        QuietLogs.ofTheBroker();
        LOG.info(
                "Real servers, embedded: PostgreSQL {}, Kafka {}, Keycloak {}, OpenSearch {}",
                wanted.postgres().isEmpty() ? "no" : "18",
                wanted.kafka() ? "yes" : "no",
                wanted.keycloak() ? "yes" : "no",
                wanted.opensearch() ? "3" : "no");
    }

    String cursorKey() {
        return cursorKey;
    }

    /** The issuer is known before Keycloak runs. */
    URI issuer() {
        return KeycloakServer.issuer(ports.get(3));
    }

    /** A database that nobody has used before. */
    Database newDatabase(String stem) {
        return postgres().join().database(stem + "_" + databases.incrementAndGet());
    }

    synchronized CompletableFuture<PostgresServer> postgres() {
        if (postgres == null) {
            var options = new PostgresServer.Options(
                    folder.path().resolve("postgres"),
                    ports.get(0),
                    folder.path().resolve("postgres.log"),
                    false);
            postgres = start(() -> {
                PostgresServer server = PostgresServer.start(options);
                folder.adopt(server.process());
                return server;
            });
        }
        return postgres;
    }

    synchronized CompletableFuture<KafkaServer> kafka() {
        if (kafka == null) {
            kafka = start(() -> KafkaServer.start(folder.path().resolve("kafka"), ports.get(1), ports.get(2)));
        }
        return kafka;
    }

    synchronized CompletableFuture<KeycloakServer> keycloak() {
        if (keycloak == null) {
            keycloak = start(() -> {
                KeycloakServer server = KeycloakServer.start(
                        folder.path().resolve("keycloak"),
                        ports.get(3),
                        ports.get(4),
                        folder.path().resolve("keycloak.log"),
                        LOG::info);
                folder.adopt(server.process());
                return server;
            });
        }
        return keycloak;
    }

    synchronized CompletableFuture<OpenSearchServer> opensearch() {
        if (opensearch == null) {
            opensearch = start(() -> {
                OpenSearchServer server = OpenSearchServer.start(
                        folder.path().resolve("opensearch"),
                        ports.get(5),
                        folder.path().resolve("opensearch.log"));
                folder.adopt(server.process());
                return server;
            });
        }
        return opensearch;
    }

    private synchronized void stop() {
        Stream.of(keycloak, kafka, opensearch, postgres)
                .filter(Objects::nonNull)
                .filter(start -> start.isDone() && !start.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .forEach(EmbeddedServers::close);
        folder.delete();
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            LOG.warn("{} did not stop", server.getClass().getSimpleName(), e);
        }
    }

    private static <T> CompletableFuture<T> start(Supplier<T> server) {
        return CompletableFuture.supplyAsync(
                server, runnable -> Thread.ofPlatform().daemon().start(runnable));
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
