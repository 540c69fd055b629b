package health.consilium.qa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The described API is the snapshot; {@code -Dopenapi.rewrite} takes over an intended change. */
class OpenApiIT extends RunningService {

    private static final Path SNAPSHOT = Path.of("src/test/resources/openapi.json");
    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void describesTheApiAsAgreed() throws IOException {
        ObjectNode served =
                (ObjectNode) send(null, HttpMethod.GET, "/v3/api-docs", null).json();
        served.remove("servers");
        String described = PRETTY.writeValueAsString(PRETTY.treeToValue(served, Object.class)) + "\n";
        if (System.getProperty("openapi.rewrite") != null) {
            Files.writeString(SNAPSHOT, described);
        }

        JsonNode agreed = JSON.readTree(Files.readString(SNAPSHOT, StandardCharsets.UTF_8));

        assertThat(JSON.readTree(described)).isEqualTo(agreed);
    }
}
