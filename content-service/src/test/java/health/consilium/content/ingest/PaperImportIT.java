package health.consilium.content.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.content.ContentApi;
import health.consilium.content.ContentTest;
import health.consilium.content.NewsDesk;
import health.consilium.content.StateTopic;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ContentTest
class PaperImportIT {

    @LocalServerPort
    private int port;

    @Value("${spring.kafka.bootstrap-servers}")
    private String kafka;

    private ContentApi member;
    private Uploads uploads;
    private final String name = NewsDesk.freshUri();

    @BeforeEach
    void enter() {
        var api = ContentApi.at(port);
        member = api.as("member");
        uploads = new Uploads(api);
    }

    @Test
    void isFoundByItsDoiInAnyCase() {
        uploads.lines("paper-json", paper("Running water", "10.5555/" + name));

        JsonNode found = member.get("/api/v1/papers?doi=https://doi.org/10.5555/" + name.toUpperCase(Locale.ROOT))
                .json();

        assertThat(found.at("/items/0/doi").asString()).isEqualTo("10.5555/" + name);
        assertThat(member.get("/api/v1/papers?author=ilse%20" + name)
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void tellsKafkaWhatReadersAreServed() {
        uploads.lines("paper-json", paper("Running water", "10.5555/" + name));
        byte[] served = member.get("/api/v1/papers/10.5555-" + name).body();

        try (var topic = new StateTopic(kafka, "consilium.content.paper.state.v1")) {
            var event =
                    topic.of("10.5555-" + name, records -> !records.isEmpty()).getFirst();

            assertThat(event.value()).isEqualTo(served);
            assertThat(StateTopic.header(event, "ce_type")).isEqualTo("health.consilium.paper.recorded");
        }
    }

    @Test
    void recordsAPaperOnceAndItsChanges() {
        String line = paper("Running water", "10.5555/" + name);
        uploads.lines("paper-json", line);

        JsonNode again = uploads.lines("paper-json", line);
        JsonNode changed = uploads.lines("paper-json", paper("Cold running water", "10.5555/" + name));

        assertThat(again.at("/counts/unchanged").asInt()).isEqualTo(1);
        assertThat(changed.at("/counts/updated").asInt()).isEqualTo(1);
        JsonNode paper = member.get("/api/v1/papers/10.5555-" + name).json();
        assertThat(paper.get("title").asString()).isEqualTo("Cold running water");
        assertThat(paper.get("version").asLong()).isEqualTo(2);
        assertThat(paper.get("abstract").isNull()).isTrue();
    }

    private String paper(String title, String doi) {
        return "{\"title\":\"%s\",\"doi\":\"%s\",\"authors\":\"Ilse %s\",\"abstract\":\" \"}\n"
                .formatted(title, doi, name);
    }
}
