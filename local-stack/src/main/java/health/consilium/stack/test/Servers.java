package health.consilium.stack.test;

import health.consilium.stack.Database;
import health.consilium.stack.test.server.Broker;
import health.consilium.stack.test.server.DatabaseServer;
import health.consilium.stack.test.server.IdentityProvider;
import health.consilium.stack.test.server.OpenSearchNode;
import health.consilium.stack.test.server.ServerSource;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/** The servers of this JVM's tests: nothing runs before it is asked for, nor after the last application context. */
public final class Servers {
    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);
    private static @Nullable Servers instance;

    private final ServerSource source;
    private final SharedServer<DatabaseServer> postgres;
    private final SharedServer<Broker> kafka;
    private final SharedServer<IdentityProvider> keycloak;
    private final SharedServer<OpenSearchNode> opensearch;
    private final AtomicInteger databases = new AtomicInteger();
    private final String cursorKey = randomKey();

    private Servers(ServerSource source) {
        this.source = source;
        this.postgres = new SharedServer<>(source.databaseServer());
        this.kafka = new SharedServer<>(source.broker());
        this.keycloak = new SharedServer<>(source.identityProvider());
        this.opensearch = new SharedServer<>(source.openSearchNode());
    }

    /** A broker for one test, which starts and stops it; see {@link RealServers} for the one that tests share. */
    public static Broker newBroker() {
        return ofThisJvm().source.broker();
    }

    /** A node for one test, which starts and stops it; see {@link RealServers} for the one that tests share. */
    public static OpenSearchNode newOpenSearchNode() {
        return ofThisJvm().source.openSearchNode();
    }

    static synchronized Servers ofThisJvm() {
        if (instance == null) {
            QuietLogs.ofServers();
            Way way = Way.ofThisJvm();
            LOG.info("Test servers are {}", way.description());
            Servers servers = new Servers(way.open());
            SpringApplication.getShutdownHandlers().add(servers.source::close);
            instance = servers;
        }
        return instance;
    }

    String cursorKey() {
        return cursorKey;
    }

    /** A database that nobody has used before. */
    Database newDatabase(String stem) {
        return postgres.started().join().database(stem + "_" + databases.incrementAndGet());
    }

    SharedServer<Broker> kafka() {
        return kafka;
    }

    SharedServer<IdentityProvider> keycloak() {
        return keycloak;
    }

    SharedServer<OpenSearchNode> opensearch() {
        return opensearch;
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
