package health.consilium.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The described API is the snapshot; {@code -Dopenapi.rewrite} takes over an intended change. */
@ContentTest
class OpenApiIT {

    private static final Path SNAPSHOT = Path.of("src/test/resources/openapi.json");
    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @LocalServerPort
    private int port;

    @Test
    void describesTheApiAsAgreed() throws IOException {
        ObjectNode served = (ObjectNode) described();
        served.remove("servers");
        String described = PRETTY.writeValueAsString(PRETTY.treeToValue(served, Object.class)) + "\n";
        if (System.getProperty("openapi.rewrite") != null) {
            Files.writeString(SNAPSHOT, described);
        }

        JsonNode agreed = PRETTY.readTree(Files.readString(SNAPSHOT));

        assertThat(PRETTY.readTree(described)).isEqualTo(agreed);
    }

    @Test
    void saysWhatEveryOperationDoes() {
        List<String> silent = new ArrayList<>();
        described()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().path("summary").asString("").isBlank()) {
                        silent.add(operation.getKey() + " " + path.getKey());
                    }
                }));

        assertThat(silent).isEmpty();
    }

    private JsonNode described() {
        return ContentApi.at(port).get("/v3/api-docs").json();
    }
}
