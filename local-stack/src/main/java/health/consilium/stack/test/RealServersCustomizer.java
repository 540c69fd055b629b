package health.consilium.stack.test;

import health.consilium.stack.Database;
import health.consilium.stack.KafkaServer;
import health.consilium.stack.OpenSearchServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Starts the servers a test asks for and tells its application context where they are. */
record RealServersCustomizer(String postgres, boolean kafka, boolean keycloak, boolean opensearch)
        implements ContextCustomizer {
    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        EmbeddedServers servers = EmbeddedServers.ofThisJvm();
        servers.announce(this);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("consilium.paging.cursor-key", servers.cursorKey());
        if (keycloak) {
            properties.put("consilium.security.issuer", servers.issuer().toString());
            awaitKeycloakAfterRefresh(context, servers);
        }
        Optional<CompletableFuture<KafkaServer>> broker = kafka ? Optional.of(servers.kafka()) : Optional.empty();
        Optional<CompletableFuture<OpenSearchServer>> node =
                opensearch ? Optional.of(servers.opensearch()) : Optional.empty();
        if (!postgres.isEmpty()) {
            describe(servers.newDatabase(postgres), properties);
        }
        broker.ifPresent(start ->
                properties.put("spring.kafka.bootstrap-servers", start.join().bootstrapServers()));
        node.ifPresent(start -> properties.put(
                "consilium.search.opensearch.uris", start.join().uri().toString()));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("real servers", properties));
    }

    /** Keycloak starts while the application does: nobody asks it anything before the first request. */
    private static void awaitKeycloakAfterRefresh(ConfigurableApplicationContext context, EmbeddedServers servers) {
        CompletableFuture<?> start = servers.keycloak();
        context.addApplicationListener(event -> {
            if (event instanceof ContextRefreshedEvent) {
                start.join();
            }
        });
    }

    private static void describe(Database database, Map<String, Object> properties) {
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.username());
        properties.put("spring.datasource.password", database.password());
    }
}
