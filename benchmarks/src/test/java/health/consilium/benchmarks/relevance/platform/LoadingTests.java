package health.consilium.benchmarks.relevance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.benchmarks.relevance.platform.ScriptedGateway.Asked;
import health.consilium.benchmarks.relevance.platform.ScriptedGateway.Reply;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.Qrels;
import health.consilium.benchmarks.relevance.set.SetSettings;
import health.consilium.benchmarks.relevance.set.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadingTests {
    private static final String JOB = """
            {"id":"job","state":"completed","total":3,"processed":3,
             "counts":{"created":2,"updated":0,"unchanged":0,"rejected":1},
             "rejected":[{"record":"line 3","reason":"has no title"}]}""";

    @Test
    void waitsUntilTheSearchHasEveryDocumentAndItsVector(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("corpus.ndjson"), "{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"c\"}\n");
        var set = new JudgedSet(
                folder, SetSettings.questions("joints"), List.of(new Topic("1", "sore knee")), new Qrels());
        List<String> told = new ArrayList<>();

        try (var gateway = new ScriptedGateway()) {
            gateway.on("POST /api/v1/question-imports", Reply.json(JOB))
                    .on("GET /api/v1/search", count(0), count(1), count(2))
                    .on("GET /api/v1/search/status", status(0, "0"), status(1, "2"), status(0, "null"), status(0, "0"));

            new Loading(gateway.gateway(), told::add, Duration.ofMillis(1)).load(List.of(set, set));

            assertThat(gateway.asked())
                    .filteredOn(asked -> asked.method().equals("POST"))
                    .hasSize(1);
            assertThat(gateway.asked())
                    .extracting(Asked::path)
                    .filteredOn("/api/v1/search/status"::equals)
                    .hasSize(5);
        }
        assertThat(told)
                .anySatisfy(news -> assertThat(news).contains("2 created", "1 refused"))
                .anySatisfy(news -> assertThat(news).contains("line 3: has no title"))
                .last()
                .asString()
                .contains("searchable, 2 of 2 documents");
    }

    @Test
    void doesNotWaitForVectorsThatWillNotCome(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("corpus.ndjson"), "{\"id\":\"a\"}\n");
        var set = new JudgedSet(
                folder, SetSettings.questions("joints"), List.of(new Topic("1", "sore knee")), new Qrels());

        try (var gateway = new ScriptedGateway()) {
            gateway.on("POST /api/v1/question-imports", Reply.json(JOB))
                    .on("GET /api/v1/search", count(1))
                    .on("GET /api/v1/search/status", Reply.json("{\"vectors\":{\"state\":\"failed\",\"backlog\":9}}"));

            new Loading(gateway.gateway(), news -> {}, Duration.ofMillis(1)).load(List.of(set));

            assertThat(gateway.asked()).hasSize(5);
        }
    }

    private static Reply count(int documents) {
        return Reply.json("{\"facets\":{\"type\":[{\"value\":\"question\",\"count\":%d}]}}".formatted(documents));
    }

    private static Reply status(int lagging, String backlog) {
        return Reply.json("{\"sources\":[{\"lagMessages\":%d},{\"lagMessages\":0}],\"vectors\":{\"backlog\":%s}}"
                .formatted(lagging, backlog));
    }
}
