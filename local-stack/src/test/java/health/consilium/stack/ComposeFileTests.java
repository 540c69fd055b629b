package health.consilium.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

class ComposeFileTests {
    private static final Set<String> STORES = Set.of("postgres", "kafka", "opensearch");
    private static Map<String, Map<String, Object>> services = Map.of();
    private static Map<String, Map<String, Object>> networks = Map.of();

    @BeforeAll
    static void read() throws IOException {
        try (Reader file = Files.newBufferedReader(Path.of("../docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(file);
            services = compose.getOrDefault("services", Map.of());
            networks = compose.getOrDefault("networks", Map.of());
        }
    }

    static Set<String> everyService() {
        return services.keySet();
    }

    @Test
    void publishesOnlyTheGatewaysPort() {
        assertThat(services)
                .hasSize(8)
                .allSatisfy((name, service) ->
                        assertThat(service.containsKey("ports")).as(name).isEqualTo(name.equals("gateway")));
    }

    @Test
    void publishesItForThisMachineAloneUnlessTold() {
        assertThat(service("gateway").get("ports"))
                .isEqualTo(List.of("${CONSILIUM_GATEWAY_ADDRESS:-127.0.0.1}:${CONSILIUM_GATEWAY_PORT:-8080}:8080"));
    }

    @ParameterizedTest
    @MethodSource("everyService")
    void givesEachContainerOnlyTheRightsItNeeds(String name) {
        Map<String, Object> service = service(name);

        assertThat(service)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                // these two write into their own folders when they start
                .containsEntry("read_only", !Set.of("keycloak", "opensearch").contains(name))
                .doesNotContainKeys("privileged", "cap_add", "network_mode", "pid");
        assertThat(service.get("user")).asString().matches("[1-9][0-9]*:[0-9]+");
    }

    @ParameterizedTest
    @MethodSource("everyService")
    void limitsMemoryAndProcessesAndLogsOfEachContainer(String name) {
        assertThat(service(name)).containsKeys("mem_limit", "pids_limit", "logging", "stop_grace_period");
    }

    @Test
    void startsWhatNeedsAnotherOnceThatOneIsHealthy() {
        assertThat(needsOf("gateway")).containsKeys("keycloak", "content-service", "qa-service", "search-service");
        assertThat(needsOf("content-service")).containsKeys("postgres", "kafka");
        assertThat(needsOf("search-service")).containsOnlyKeys("kafka");
        assertThat(services.keySet())
                .allSatisfy(name -> assertThat(needsOf(name).values())
                        .allSatisfy(need -> assertThat(need).isEqualTo(Map.of("condition", "service_healthy"))));
    }

    @Test
    void keepsTheStoresFromTheGatewayAndFromOutside() {
        assertThat(networks).containsOnlyKeys("public", "services", "databases", "events");
        assertThat(networks.entrySet())
                .filteredOn(network -> !network.getKey().equals("public"))
                .allSatisfy(network -> assertThat(network.getValue()).containsEntry("internal", true));
        assertThat(networksOf("gateway")).containsExactly("public", "services");
    }

    @Test
    void connectsEachStoreWithThoseAloneWhoUseIt() {
        assertThat(namesOn("databases"))
                .containsExactlyInAnyOrder("postgres", "keycloak", "content-service", "qa-service");
        assertThat(namesOn("events"))
                .containsExactlyInAnyOrder("kafka", "opensearch", "content-service", "qa-service", "search-service");
        assertThat(STORES).allSatisfy(store -> assertThat(networksOf(store)).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("everyService")
    void holdsNoSecret(String name) {
        assertThat(environmentOf(name).entrySet())
                .filteredOn(variable -> variable.getKey().matches(".*(PASSWORD|KEY|SECRET)$"))
                .allSatisfy(
                        variable -> assertThat(variable.getValue().toString()).startsWith("${"));
    }

    private static Map<String, Object> service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    private static List<String> namesOn(String network) {
        return services.keySet().stream()
                .filter(name -> networksOf(name).contains(network))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> networksOf(String name) {
        return (List<String>) service(name).getOrDefault("networks", List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> needsOf(String name) {
        return (Map<String, Object>) service(name).getOrDefault("depends_on", Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environmentOf(String name) {
        return (Map<String, Object>) service(name).getOrDefault("environment", Map.of());
    }
}
