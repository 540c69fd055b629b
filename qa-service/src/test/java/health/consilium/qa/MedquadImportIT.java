package health.consilium.qa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import health.consilium.qa.ingest.MedquadLines;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class MedquadImportIT extends RunningService {

    private static final Logger LOG = LoggerFactory.getLogger(MedquadImportIT.class);
    private static final int PAIRS = 2_000;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void importsAndServesPairsOfMedquad() {
        assumeTrue(
                Files.exists(MedquadLines.file()),
                "skipped: no MedQuAD data; CONSILIUM_SHARED names the folder with the shared data");
        String lines = MedquadLines.first(PAIRS);

        JsonNode job = imported(lines, "Imported");
        JsonNode again = imported(lines, "Imported again");

        assertThat(job.at("/counts/rejected").asInt()).isZero();
        assertThat(job.at("/counts/created").asInt()).isEqualTo(PAIRS);
        assertThat(again.at("/counts/unchanged").asInt()).isEqualTo(PAIRS);
        assertThat(readable()).isEqualTo(PAIRS);
    }

    private JsonNode imported(String lines, String what) {
        long start = System.nanoTime();
        Reply accepted = send("moderator", HttpMethod.POST, "/api/v1/question-imports", lines);
        assertThat(accepted.status()).isEqualTo(202);
        String job = Objects.requireNonNull(accepted.header("Location"));
        long taken = System.nanoTime();
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        get("moderator", job).json().path("state").asString().equals("completed"));
        double total = (System.nanoTime() - start) / 1e9;
        LOG.info(
                "{} {} lines in {} s ({} s to take them in): {} lines/s",
                what,
                PAIRS,
                "%.1f".formatted(total),
                "%.1f".formatted((taken - start) / 1e9),
                Math.round(PAIRS / total));
        return get("moderator", job).json();
    }

    private long readable() {
        List<String> ids = jdbc.sql("SELECT id FROM question WHERE source_licence = 'CC BY 4.0'")
                .query((row, number) -> row.getString(1))
                .list();
        return ids.parallelStream()
                .filter(id -> get("front-end", "/api/v1/questions/" + id).status() == 200)
                .count();
    }
}
