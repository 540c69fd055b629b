package health.consilium.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AsyncApiTests {

    private static final JsonNode DOCUMENT = Contracts.asyncApi();
    private static final Set<String> NO_EVENTS =
            Set.of("vectors", "deadLetter", "synonymSet", "rebuildRequest", "rebuildProgress");

    @Test
    void describesEachTopic() {
        var topics = DOCUMENT.path("channels")
                .valueStream()
                .map(channel -> channel.path("address").stringValue());

        assertThat(topics)
                .containsExactlyInAnyOrder(
                        "consilium.content.article.state.v1",
                        "consilium.content.paper.state.v1",
                        "consilium.qa.question.state.v1",
                        "consilium.qa.doctor.state.v1",
                        "consilium.search.synonyms.v1",
                        "consilium.search.rebuilds.v1",
                        "consilium.search.vectors.{model}.v1",
                        "{topic}.{group}.dlt");
    }

    @ParameterizedTest
    @MethodSource("references")
    void resolvesEachReference(String reference) {
        var target = target(reference);

        assertThat(target.isMissingNode()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("events")
    void namesEachEventByItsType(String message) {
        var event = DOCUMENT.path("components").path("messages").path(message);

        var headers = target(event.path("headers").path("$ref").stringValue());

        assertThat(headers.at("/allOf/1/properties/ce_type/const").stringValue())
                .isEqualTo(event.path("name").stringValue());
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void pointsHeadersAtTheSchemaOfTheData(String snapshot) {
        var schemas = DOCUMENT.path("components").path("schemas");

        var schema = schemas.at("/" + snapshot + "/schema/$ref").stringValue();

        assertThat(schemas.at("/" + snapshot + "Headers/allOf/1/properties/ce_dataschema/const")
                        .stringValue())
                .endsWith(schema.substring(1));
    }

    @Test
    void offersEachMessageOnAChannel() {
        var defined = DOCUMENT.path("components").path("messages").propertyNames();

        var offered = DOCUMENT.path("channels")
                .valueStream()
                .flatMap(channel -> channel.path("messages").propertyNames().stream());

        assertThat(offered).containsExactlyInAnyOrderElementsOf(defined);
    }

    static List<String> references() {
        return DOCUMENT.findValues("$ref").stream()
                .map(JsonNode::stringValue)
                .distinct()
                .toList();
    }

    static List<String> events() {
        var messages =
                new ArrayList<>(DOCUMENT.path("components").path("messages").propertyNames());
        messages.removeIf(message -> message.endsWith("Tombstone") || NO_EVENTS.contains(message));
        return messages;
    }

    static List<String> snapshots() {
        return List.of("article", "paper", "question", "doctor");
    }

    private static JsonNode target(String reference) {
        return reference.startsWith("#")
                ? DOCUMENT.at(reference.substring(1))
                : Contracts.schema(reference.substring("./".length()));
    }
}
