package health.consilium.content.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.content.ContentApi;
import health.consilium.content.ContentTest;
import health.consilium.content.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A whole real site: every page, every link. */
@ContentTest
class MaxfactsImportIT {

    private static final Logger log = LoggerFactory.getLogger(MaxfactsImportIT.class);
    /** The list was made with the blank at the end of this id; here ids are trimmed, so the links to it lead there. */
    private static final String TRIMMED = "/treatment-other-medication-delivery-level3";

    private static final Map<String, Set<String>> STATUSES = Map.of(
            "uri", Set.of("ok uri"),
            "id", Set.of("ok id"),
            "home", Set.of("ok uri"),
            "external", Set.of("external null"),
            "unresolved", Set.of("missing uri", "missing id", "asset null"));

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void takesEveryPageAndResolvesEveryLink() throws IOException {
        Path folder = SharedData.require("data/maxfacts/content");
        List<String> expected = Files.readAllLines(SharedData.require("data/functional/maxfacts-links/links.tsv"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var pages = Files.list(folder)) {
            for (Path page : pages.sorted().toList()) {
                files.put(page.getFileName().toString(), Files.readAllBytes(page));
            }
        }
        var api = ContentApi.at(port);

        JsonNode job = new Uploads(api).zip("front-matter", files);
        await().atMost(Duration.ofSeconds(60)).until(this::isSettled);

        report(job);
        assertThat(job.at("/counts/created").asInt()).isEqualTo(files.size());
        List<String> wrong = new ArrayList<>();
        Map<String, JsonNode> links = new LinkedHashMap<>();
        Map<String, Integer> next = new LinkedHashMap<>();
        for (String line : expected.subList(1, expected.size())) {
            String[] fields = line.split("\t", -1);
            JsonNode all = links.computeIfAbsent(fields[0], uri -> read(api, uri));
            JsonNode link = all.get(next.merge(fields[0], 1, Integer::sum) - 1);
            String found = link.get("status").asString() + " " + link.get("by").asString("null");
            String kind = fields[1].equals(TRIMMED) ? "id" : fields[2];
            String ref = link.get("ref").asString().replaceAll("\\s", "");
            if (!ref.equals(fields[1]) || !STATUSES.getOrDefault(kind, Set.of()).contains(found)) {
                wrong.add(line + " -> " + link);
            }
        }
        assertThat(expected).hasSize(4391);
        assertThat(wrong).isEmpty();
    }

    private JsonNode read(ContentApi api, String uri) {
        return api.as("member")
                .get("/api/v1/articles/resolve?ref=" + uri)
                .json()
                .get("links");
    }

    private boolean isSettled() {
        return jdbc.sql("select not exists (select from rerender)")
                .query(Boolean.class)
                .single();
    }

    private void report(JsonNode job) {
        var took = Duration.between(
                Instant.parse(job.get("createdAt").asString()),
                Instant.parse(job.get("finishedAt").asString()));
        log.info("Imported {} pages in {} ms", job.get("total").asInt(), took.toMillis());
        log.info(
                "Versions after all links settled: {}",
                jdbc.sql("select sum(version) from article").query(Long.class).single());
    }
}
