package health.consilium.defaults.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The imports of notes, as a test submits them and watches them. */
final class Imports {

    private final ImportJobs jobs;
    private final JdbcClient database;

    Imports(ImportJobs jobs, JdbcClient database) {
        this.jobs = jobs;
        this.database = database;
    }

    /** A list that can be changed: "note 1", "note 2" and so on. */
    static List<String> titles(String stem, int count) {
        return new ArrayList<>(IntStream.rangeClosed(1, count)
                .mapToObj(number -> stem + " " + number)
                .toList());
    }

    String submit(List<String> titles) {
        Iterator<ImportRecord> records = IntStream.range(0, titles.size())
                .mapToObj(i ->
                        new ImportRecord(i + 1, "line " + (i + 1), titles.get(i).getBytes(StandardCharsets.UTF_8)))
                .iterator();
        return jobs.submit("notes", records).id();
    }

    ImportJob find(String id) {
        return jobs.find(id).orElseThrow();
    }

    ImportJob completed(String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> find(id), job -> job.state() == ImportJob.State.completed);
    }

    long count() {
        return database.sql("select count(*) from import_job").query(Long.class).single();
    }

    void forget() {
        database.sql("truncate import_job, import_record, note, handled").update();
    }

    void assertEachHandledOnce(int records) {
        assertThat(database.sql("select count(*) from handled")
                        .query(Long.class)
                        .single())
                .isEqualTo(records);
        assertThat(database.sql("select count(distinct title) from handled")
                        .query(Long.class)
                        .single())
                .isEqualTo(records);
    }
}
