package health.consilium.stack.test;

import health.consilium.stack.Database;
import health.consilium.stack.test.server.Broker;
import health.consilium.stack.test.server.OpenSearchNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Starts the servers a test asks for and tells its application context where they are. */
record RealServersCustomizer(String postgres, boolean kafka, boolean keycloak, boolean opensearch)
        implements ContextCustomizer {
    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        Servers servers = Servers.ofThisJvm();
        QuietLogs.ofServers();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("consilium.paging.cursor-key", servers.cursorKey());
        if (keycloak) {
            properties.put(
                    "consilium.security.issuer",
                    servers.keycloak().unstarted().issuer().toString());
            awaitKeycloakAfterRefresh(context, servers);
        }
        Optional<CompletableFuture<Broker>> broker =
                kafka ? Optional.of(servers.kafka().started()) : Optional.empty();
        Optional<CompletableFuture<OpenSearchNode>> node =
                opensearch ? Optional.of(servers.opensearch().started()) : Optional.empty();
        if (!postgres.isEmpty()) {
            describe(servers.newDatabase(postgres), properties);
        }
        broker.ifPresent(start ->
                properties.put("spring.kafka.bootstrap-servers", start.join().bootstrapServers()));
        node.ifPresent(start -> properties.put(
                "consilium.search.opensearch.uris", start.join().uri().toString()));
        // below what a test says itself, above what the application says
        context.getEnvironment()
                .getPropertySources()
                .addBefore(
                        StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("real servers", properties));
    }

    /** Keycloak starts while the application does: nobody asks it anything before the first request. */
    private static void awaitKeycloakAfterRefresh(ConfigurableApplicationContext context, Servers servers) {
        CompletableFuture<?> start = servers.keycloak().started();
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
