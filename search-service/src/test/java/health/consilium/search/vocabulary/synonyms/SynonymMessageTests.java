package health.consilium.search.vocabulary.synonyms;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import health.consilium.search.vocabulary.SynonymRule;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SynonymMessageTests {

    private static final Instant NOW = Instant.parse("2026-05-04T08:30:00.250Z");
    private static final List<SynonymRule> RULES = List.of(
            SynonymRule.equivalent(List.of("nosebleed", "epistaxis")),
            SynonymRule.oneWay(List.of("PE"), List.of("pulmonary embolism")));

    private final JsonMapper json = new JsonMapper();
    private final SynonymSet starter = SynonymSet.starter();

    @Test
    void writesWhatTheSchemaAllows() {
        assertThat(violations(SynonymMessage.custom(NOW, RULES))).isEmpty();
        assertThat(violations(SynonymMessage.starter(NOW))).isEmpty();
    }

    @Test
    void readsACustomSet() throws IOException {
        SynonymMessage message = json.treeToValue(example("full"), SynonymMessage.class);

        assertThat(message.set(7, starter)).isEqualTo(new SynonymSet(7, NOW, Origin.CUSTOM, RULES));
    }

    @Test
    void readsTheReturnToTheStarterSet() throws IOException {
        SynonymMessage message = json.treeToValue(example("minimal"), SynonymMessage.class);

        SynonymSet set = message.set(8, starter);

        assertThat(set.version()).isEqualTo(8);
        assertThat(set.rules()).isEqualTo(starter.rules());
        assertThat(set.isCustom()).isFalse();
    }

    @Test
    void toleratesFieldsItDoesNotKnow() throws IOException {
        ObjectNode newer = ((ObjectNode) example("full")).put("addedLater", true);

        assertThat(json.treeToValue(newer, SynonymMessage.class).rules()).hasSize(2);
    }

    private List<?> violations(SynonymMessage message) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("classpath:/contracts/synonyms.schema.json"))
                .validate(json.valueToTree(message));
    }

    private JsonNode example(String name) throws IOException {
        String file = "/contracts/examples/synonyms-%s.json".formatted(name);
        try (InputStream example = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
            return json.readTree(example);
        }
    }
}
