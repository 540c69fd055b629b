package health.consilium.defaults.paging;

import static health.consilium.defaults.notes.NotesClient.header;
import static health.consilium.defaults.notes.NotesClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.defaults.notes.NotesClient;
import health.consilium.defaults.notes.NotesTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@NotesTest
class PagingIT {

    private final NotesClient client;

    PagingIT(@LocalServerPort int port) {
        this.client = new NotesClient(port);
    }

    @Test
    void leadsFromPageToPageByTheLinkOrTheCursor() throws Exception {
        for (int i = 1; i <= 3; i++) {
            client.post("/api/v1/notes", "{\"title\": \"page %d\"}".formatted(i));
        }

        var first = client.get("/api/v1/notes?limit=2&view=a%2Fb");
        String link = header(first, "Link");
        var last = client.get(link.substring(1, link.indexOf('>')));

        assertThat(link).startsWith("</api/v1/notes?limit=2&view=a%2Fb&cursor=").endsWith(">; rel=\"next\"");
        assertThat(link).contains(json(first).path("next").asString());
        assertThat(json(first).at("/items/1/title").asString()).isEqualTo("page 2");
        assertThat(json(last).at("/items/0/title").asString()).isEqualTo("page 3");
        assertThat(json(last).path("next").isNull()).isTrue();
        assertThat(last.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void spellsOutUnknownValuesAsNull() throws Exception {
        assertThat(client.get("/api/v1/notes?cursor=").statusCode()).isEqualTo(400);
        assertThat(client.get("/api/v1/me").body()).contains("\"doctorId\":null");
    }
}
