package health.consilium.search.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RebuildMessageTests {

    private static final Instant NOW = Instant.parse("2026-05-04T08:30:00.250Z");

    private final JsonMapper json = new JsonMapper();

    @Test
    void areWrittenAsTheSchemasSay() {
        RebuildRequest request = new RebuildRequest(UUID.randomUUID(), NOW, Reason.MODEL, null);
        ReplicaProgress started = ReplicaProgress.started(NOW).read(3, 9, NOW);

        assertThat(violations("rebuild-request", request)).isEmpty();
        assertThat(violations("rebuild-progress", ReplicaProgress.waiting(NOW))).isEmpty();
        assertThat(violations("rebuild-progress", started)).isEmpty();
        assertThat(violations("rebuild-progress", started.finished(RebuildState.FAILED, NOW)))
                .isEmpty();
    }

    @Test
    void readRequestsForAllAndForOne() throws IOException {
        RebuildRequest forAll = json.treeToValue(example("rebuild-request-minimal"), RebuildRequest.class);
        RebuildRequest forOne = json.treeToValue(example("rebuild-request-full"), RebuildRequest.class);

        assertThat(forAll.isFor("any")).isTrue();
        assertThat(forOne.reason()).isEqualTo(Reason.ANALYSIS);
        assertThat(forOne.isFor("5c1f09ab")).isTrue();
        assertThat(forOne.isFor("any")).isFalse();
    }

    @Test
    void tolerateFieldsTheyDoNotKnow() throws IOException {
        ObjectNode newer = ((ObjectNode) example("rebuild-progress-full")).put("addedLater", true);

        ReplicaProgress progress = json.treeToValue(newer, ReplicaProgress.class);

        assertThat(progress.state()).isEqualTo(RebuildState.DONE);
        assertThat(progress.messagesRead()).isEqualTo(16_407);
    }

    private List<?> violations(String schema, Object message) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("classpath:/contracts/" + schema + ".schema.json"))
                .validate(json.valueToTree(message));
    }

    private JsonNode example(String name) throws IOException {
        String file = "/contracts/examples/" + name + ".json";
        try (InputStream example = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
            return json.readTree(example);
        }
    }
}
