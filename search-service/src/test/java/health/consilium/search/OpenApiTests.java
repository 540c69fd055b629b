package health.consilium.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's description changes only on purpose: {@code -Dopenapi.rewrite} takes over an intended change. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "consilium.security.issuer=http://localhost:1/realms/consilium",
            "consilium.paging.cursor-key=only-for-this-test",
            "spring.kafka.bootstrap-servers=localhost:1",
            "logging.level.org.apache.kafka=error"
        })
@AutoConfigureRestTestClient
@DirtiesContext
class OpenApiTests {

    private static final Path SNAPSHOT = Path.of("src/test/resources/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @TempDir
    static Path folder;

    @Autowired
    RestTestClient client;

    @DynamicPropertySource
    static void keepTheIndexAside(DynamicPropertyRegistry properties) {
        properties.add("consilium.search.directory", () -> folder.resolve("index"));
    }

    @Test
    void describesTheApiAsItsSnapshotDoes() throws IOException {
        JsonNode served = JSON.readTree(client.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
        ((ObjectNode) served).remove("servers");
        String described = JSON.writeValueAsString(JSON.treeToValue(served, Object.class)) + "\n";

        if (System.getProperty("openapi.rewrite") != null) {
            Files.createDirectories(SNAPSHOT.getParent());
            Files.writeString(SNAPSHOT, described);
        }

        assertThat(described).isEqualTo(Files.readString(SNAPSHOT, UTF_8));
    }

    @Test
    void isNotReadyBeforeItHasCaughtUpButAliveWithoutKafka() {
        client.get().uri("/actuator/health/readiness").exchange().expectStatus().isEqualTo(503);
        client.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
    }
}
