package health.consilium.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SchemaTests {

    @ParameterizedTest
    @MethodSource("schemas")
    void areValidThemselves(String schema) {
        var violations = Contracts.violations(SchemaLocation.of(Contracts.METASCHEMA), Contracts.schema(schema));

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void areNamedAsEventsNameThem(String schema) {
        var id = Contracts.schema(schema).path("$id").stringValue();

        assertThat(id).isEqualTo("/contracts/" + schema);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void leaveRoomForFieldsToCome(String schema) {
        var closed = Contracts.schema(schema).findValues("additionalProperties");

        assertThat(closed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void acceptEachExample(String example) {
        var violations = Contracts.violations(Contracts.schemaOf(example), Contracts.example(example));

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void acceptAFieldTheyDoNotKnow(String example) {
        var newer = ((ObjectNode) Contracts.example(example)).put("addedLater", true);

        var violations = Contracts.violations(Contracts.schemaOf(example), newer);

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"article", "paper", "question", "doctor", "synonyms", "rebuild-request", "rebuild-progress"})
    void comeWithAMinimalAndAFullExample(String snapshot) {
        var examples = Contracts.examples();

        assertThat(examples).contains(snapshot + "-minimal.json", snapshot + "-full.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"article", "paper", "question"})
    void comeWithAWithdrawnExampleWhereSomethingCanBeWithdrawn(String snapshot) {
        var examples = Contracts.examples();

        assertThat(examples).contains(snapshot + "-withdrawn.json");
    }

    @ParameterizedTest(name = "{0}: {1} = {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "absent", textBlock = """
                    article-minimal.json             | /id                    | absent
                    article-minimal.json             | /publishedAt           | absent
                    article-minimal.json             | /version               | 0
                    article-minimal.json             | /version               | "1"
                    article-minimal.json             | /uri                   | "/first-aid"
                    article-minimal.json             | /status                | "draft"
                    article-minimal.json             | /updatedAt             | "yesterday"
                    article-full.json                | /kind                  | "leaflet"
                    article-full.json                | /description           | ""
                    article-full.json                | /reviewDueOn           | "2028"
                    article-full.json                | /contributors/0/name   | absent
                    article-full.json                | /links/0/status        | "broken"
                    article-full.json                | /links/0/target        | "first-aid/nosebleed"
                    article-full.json                | /source/url            | "not a url"
                    article-withdrawn.json           | /withdrawnAt           | absent
                    paper-minimal.json               | /title                 | ""
                    paper-full.json                  | /doi                   | "https://doi.org/10.5555/x"
                    paper-full.json                  | /journal/volume        | ""
                    paper-full.json                  | /publishedOn/date      | "2024-05"
                    paper-full.json                  | /publishedOn/precision | "decade"
                    paper-full.json                  | /citationCount/value   | -1
                    paper-full.json                  | /authors/0/order       | 0
                    paper-withdrawn.json             | /withdrawnAt           | absent
                    question-minimal.json            | /subject               | "friend"
                    question-minimal.json            | /state                 | "answered"
                    question-full.json               | /asker/ageBand         | "30s"
                    question-full.json               | /patient/sex           | "boy"
                    question-full.json               | /specialty             | "Orthopaedics"
                    question-full.json               | /answers/0/doctor      | null
                    question-full.json               | /moreInfo/reviewedBy   | null
                    question-full.json               | /askedOn               | "18/04/2026"
                    question-withdrawn.json          | /withdrawnAt           | absent
                    doctor-minimal.json              | /specialties           | absent
                    doctor-full.json                 | /name                  | ""
                    doctor-full.json                 | /specialties           | ["Sports Medicine"]
                    synonyms-minimal.json            | /origin                | "somebody"
                    synonyms-full.json               | /rules/0/terms         | []
                    synonyms-full.json               | /rules/1/as            | absent
                    rebuild-request-minimal.json     | /reason                | "boredom"
                    rebuild-request-full.json        | /replica               | ""
                    rebuild-progress-minimal.json    | /reportedAt            | absent
                    rebuild-progress-full.json       | /messagesRead          | -1
                    question-import-line-full.json   | /text                  | absent
                    question-import-line-full.json   | /answers               | []
                    question-import-line-full.json   | /topics                | [7]
                    paper-import-line-full.json      | /title                 | " "
                    """)
    void refuseABrokenDocument(String example, String pointer, @Nullable String value) {
        var broken = with(Contracts.example(example), JsonPointer.compile(pointer), value);

        var violations = Contracts.violations(Contracts.schemaOf(example), broken);

        assertThat(violations).isNotEmpty();
    }

    static List<String> schemas() {
        return Contracts.schemas();
    }

    static List<String> examples() {
        return Contracts.examples();
    }

    private static JsonNode with(JsonNode document, JsonPointer pointer, @Nullable String value) {
        var parent = (ObjectNode) document.at(pointer.head());
        var name = pointer.last().getMatchingProperty();
        if (value == null) {
            parent.remove(name);
        } else {
            parent.set(name, JsonMapper.shared().readTree(value));
        }
        return document;
    }
}
