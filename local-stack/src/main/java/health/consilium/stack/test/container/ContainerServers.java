package health.consilium.stack.test.container;

import health.consilium.stack.Database;
import health.consilium.stack.FreePorts;
import health.consilium.stack.KafkaServer;
import health.consilium.stack.KeycloakServer;
import health.consilium.stack.OpenSearchServer;
import health.consilium.stack.PostgresServer;
import health.consilium.stack.Readiness;
import health.consilium.stack.test.server.Broker;
import health.consilium.stack.test.server.DatabaseServer;
import health.consilium.stack.test.server.IdentityProvider;
import health.consilium.stack.test.server.OpenSearchNode;
import health.consilium.stack.test.server.ServerSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.kafka.common.Uuid;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** Servers in containers that go with the JVM. */
public final class ContainerServers implements ServerSource {
    /** For a JVM that lives on start-up speed, not on peak speed. */
    private static final String QUICK_START = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private final Deque<ContainerServer> given = new ConcurrentLinkedDeque<>();

    public ContainerServers() {
        ContainerOwner.sweep(DockerClientFactory.instance().client());
    }

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
        given.forEach(ContainerServer::close);
    }

    private <T extends ContainerServer> T remember(T server) {
        given.push(server);
        return server;
    }

    private static int freePort() {
        return FreePorts.take(1).getFirst();
    }

    private static final class Postgres extends ContainerServer implements DatabaseServer {
        private final int port = freePort();

        @Override
        GenericContainer<?> describe() {
            var container = new GenericContainer<>(Images.POSTGRES.fullName());
            bind(container, Map.of(port, 5432));
            container.withEnv(Map.of(
                    "POSTGRES_PASSWORD",
                    "postgres",
                    "POSTGRES_INITDB_ARGS",
                    "-E UTF-8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --no-sync"));
            List<String> command = new ArrayList<>(List.of("postgres"));
            PostgresServer.behaviour(false, "4GB")
                    .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
            container.setCommandParts(command.toArray(String[]::new));
            return container;
        }

        @Override
        boolean answers() {
            return PostgresServer.answers(port);
        }

        @Override
        public Database database(String name) {
            return PostgresServer.createDatabase(port, name);
        }
    }

    private static final class Kafka extends ContainerServer implements Broker {
        private final int port = freePort();

        @Override
        GenericContainer<?> describe() {
            var container = new GenericContainer<>(Images.KAFKA.fullName());
            bind(container, Map.of(port, 9092));
            KafkaServer.behaviour()
                    .forEach((name, value) -> container.addEnv(
                            "KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
            container.withEnv(Map.of(
                    "CLUSTER_ID", Uuid.randomUuid().toString(),
                    "KAFKA_NODE_ID", "1",
                    "KAFKA_PROCESS_ROLES", "broker,controller",
                    "KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9094",
                    "KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER",
                    "KAFKA_LISTENERS", "CLIENT://:9092,BROKER://localhost:9093,CONTROLLER://localhost:9094",
                    // what clients are told leads nowhere inside, where the broker talks to itself
                    "KAFKA_ADVERTISED_LISTENERS", "CLIENT://%s,BROKER://localhost:9093".formatted(bootstrapServers()),
                    "KAFKA_INTER_BROKER_LISTENER_NAME", "BROKER",
                    "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "CLIENT:PLAINTEXT,BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                    "KAFKA_JVM_PERFORMANCE_OPTS", QUICK_START));
            container.addEnv("KAFKA_HEAP_OPTS", "-Xms256m -Xmx512m");
            return container;
        }

        @Override
        boolean answers() {
            return KafkaServer.answers(port);
        }

        @Override
        public String bootstrapServers() {
            return "localhost:" + port;
        }

        @Override
        public void replace() {
            close();
            start();
        }
    }

    /** On an image that was built and has the realm already, as Keycloak advises for quick starts. */
    private static final class Keycloak extends ContainerServer implements IdentityProvider {
        private static final String REALM = "consilium-realm.json";

        private final int port = freePort();
        private final int managementPort = freePort();

        @Override
        GenericContainer<?> describe() {
            var container = new GenericContainer<>(image());
            bind(container, Map.of(port, 8080, managementPort, 9000));
            container.withEnv(
                    Map.of("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m", "JAVA_OPTS_APPEND", "-XX:-UseG1GC " + QUICK_START));
            container.setCommandParts(new String[] {
                "start", "--optimized", "--cache=local", "--http-enabled=true", "--hostname=http://localhost:" + port
            });
            return container;
        }

        private static ImageFromDockerfile image() {
            return new ImageFromDockerfile("consilium/test-keycloak", false)
                    .withFileFromClasspath(REALM, "keycloak/" + REALM)
                    .withDockerfileFromBuilder(file -> file.from(Images.KEYCLOAK.fullName())
                            .env("KC_BOOTSTRAP_ADMIN_USERNAME", "admin")
                            .env("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin")
                            .copy(REALM, "/opt/keycloak/data/import/")
                            .run("/opt/keycloak/bin/kc.sh build --db=dev-file --health-enabled=true"
                                    + " && /opt/keycloak/bin/kc.sh import --optimized --dir=/opt/keycloak/data/import")
                            .build());
        }

        @Override
        boolean answers() {
            return KeycloakServer.isReady(managementPort);
        }

        @Override
        public URI issuer() {
            return KeycloakServer.issuer(port);
        }
    }

    private static final class OpenSearch extends ContainerServer implements OpenSearchNode {
        private final int port = freePort();

        @Override
        GenericContainer<?> describe() {
            var container = new GenericContainer<>(Images.OPENSEARCH.fullName());
            bind(container, Map.of(port, 9200));
            container.withEnv(Map.of(
                    "discovery.type", "single-node",
                    "action.auto_create_index", "false",
                    "cluster.routing.allocation.disk.threshold_enabled", "false",
                    "DISABLE_SECURITY_PLUGIN", "true",
                    "DISABLE_INSTALL_DEMO_CONFIG", "true",
                    "OPENSEARCH_JAVA_OPTS", "-Xms512m -Xmx512m " + QUICK_START));
            return container;
        }

        @Override
        boolean answers() {
            return Readiness.answers(uri().resolve("/_cluster/health"));
        }

        @Override
        public URI uri() {
            return OpenSearchServer.uri(port);
        }
    }
}
