package health.consilium.stack.test.embedded;

import health.consilium.stack.Database;
import health.consilium.stack.FreePorts;
import health.consilium.stack.KafkaServer;
import health.consilium.stack.KeycloakServer;
import health.consilium.stack.OpenSearchServer;
import health.consilium.stack.PostgresServer;
import health.consilium.stack.test.server.Broker;
import health.consilium.stack.test.server.DatabaseServer;
import health.consilium.stack.test.server.IdentityProvider;
import health.consilium.stack.test.server.OpenSearchNode;
import health.consilium.stack.test.server.ServerSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Servers in this JVM or in processes of it, whose data is in one folder that goes with the JVM. */
public final class EmbeddedServers implements ServerSource {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServers.class);

    private final TestFolder folder = TestFolder.create();
    private final AtomicInteger paths = new AtomicInteger();
    private final Deque<EmbeddedServer<?>> given = new ConcurrentLinkedDeque<>();

    @Override
    public DatabaseServer databaseServer() {
        return remember(new Postgres());
    }

    @Override
    public Broker broker() {
        return remember(new Kafka());
    }

    @Override
    public IdentityProvider identityProvider() {
        return remember(new Keycloak());
    }

    @Override
    public OpenSearchNode openSearchNode() {
        return remember(new OpenSearch());
    }

    @Override
    public void close() {
        given.forEach(EmbeddedServers::close);
        folder.delete();
    }

    private static void close(EmbeddedServer<?> server) {
        try {
            server.close();
        } catch (IllegalStateException e) {
            LOG.warn("A server was left behind", e);
        }
    }

    private <T extends EmbeddedServer<?>> T remember(T server) {
        given.push(server);
        return server;
    }

    private Path newPath(String name) {
        return folder.path().resolve(name + "-" + paths.incrementAndGet());
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private static int freePort() {
        return FreePorts.take(1).getFirst();
    }

    private final class Postgres extends EmbeddedServer<PostgresServer> implements DatabaseServer {
        private final Path data = newPath("postgres");
        private final int port = freePort();

        @Override
        PostgresServer launch() {
            PostgresServer server = PostgresServer.start(new PostgresServer.Options(data, port, log(data), false));
            folder.adopt(server.process());
            return server;
        }

        @Override
        public Database database(String name) {
            return PostgresServer.createDatabase(port, name);
        }
    }

    private final class Kafka extends EmbeddedServer<KafkaServer> implements Broker {
        private final List<Integer> ports = FreePorts.take(2);
        private Path logs = newPath("kafka");

        @Override
        KafkaServer launch() {
            return KafkaServer.start(logs, ports.getFirst(), ports.getLast());
        }

        @Override
        public String bootstrapServers() {
            return "localhost:" + ports.getFirst();
        }

        @Override
        public void replace() {
            stop();
            logs = newPath("kafka");
            start();
        }
    }

    private final class Keycloak extends EmbeddedServer<KeycloakServer> implements IdentityProvider {
        private final Path home = newPath("keycloak");
        private final List<Integer> ports = FreePorts.take(2);

        @Override
        KeycloakServer launch() {
            KeycloakServer server = KeycloakServer.start(home, ports.getFirst(), ports.getLast(), log(home), LOG::info);
            folder.adopt(server.process());
            return server;
        }

        @Override
        public URI issuer() {
            return KeycloakServer.issuer(ports.getFirst());
        }
    }

    private final class OpenSearch extends EmbeddedServer<OpenSearchServer> implements OpenSearchNode {
        private final Path data = newPath("opensearch");
        private final int port = freePort();

        @Override
        OpenSearchServer launch() {
            OpenSearchServer server = OpenSearchServer.start(data, port, log(data));
            folder.adopt(server.process());
            return server;
        }

        @Override
        public URI uri() {
            return OpenSearchServer.uri(port);
        }
    }
}
