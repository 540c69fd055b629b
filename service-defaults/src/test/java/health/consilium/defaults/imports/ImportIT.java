package health.consilium.defaults.imports;

import static health.consilium.defaults.notes.NotesClient.errors;
import static health.consilium.defaults.notes.NotesClient.header;
import static health.consilium.defaults.notes.NotesClient.json;
import static health.consilium.defaults.notes.NotesClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.defaults.imports.ImportJob.Counts;
import health.consilium.defaults.notes.NotesClient;
import health.consilium.defaults.notes.NotesTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@NotesTest
@ExtendWith(OutputCaptureExtension.class)
class ImportIT {

    private final Imports imports;
    private final NotesClient client;

    @Autowired
    ImportIT(@LocalServerPort int port, ImportJobs jobs, JdbcClient database) {
        this.client = new NotesClient(port);
        this.imports = new Imports(jobs, database);
    }

    @BeforeEach
    void startWithoutImports() {
        imports.forget();
    }

    @Test
    void takesARecordAfterTheOtherAndReportsTheRejected() {
        List<String> titles = Imports.titles("note", 120);
        titles.set(0, "unwanted 1");
        titles.set(60, "invalid 61");
        titles.set(119, "unwanted 120");

        ImportJob job = imports.completed(imports.submit(titles));

        assertThat(job.total()).isEqualTo(120);
        assertThat(job.processed()).isEqualTo(120);
        assertThat(job.counts()).isEqualTo(new Counts(117, 0, 0, 3));
        assertThat(job.rejected())
                .containsExactly(
                        new ImportJob.RejectedRecord(1, "line 1", "notes like this are not taken"),
                        new ImportJob.RejectedRecord(61, "line 61", "The note is invalid. /title: is not a title"),
                        new ImportJob.RejectedRecord(120, "line 120", "notes like this are not taken"));
        assertThat(job.finishedAt()).isAfterOrEqualTo(job.createdAt());
        imports.assertEachHandledOnce(117);
    }

    @Test
    void changesNothingWhenItIsRepeated() {
        imports.completed(imports.submit(Imports.titles("note", 120)));

        ImportJob again = imports.completed(imports.submit(Imports.titles("note", 120)));

        assertThat(again.counts()).isEqualTo(new Counts(0, 0, 120, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a title that is longer than the rule in the database allows",
                "fault of somebody",
                "endless recursion",
                "oversized for an index",
                "unpreparable record"
            })
    void leavesOutOnlyTheRecordThatFails(String bad, CapturedOutput log) {
        List<String> titles = Imports.titles("note", 55);
        titles.set(52, bad);
        titles.set(54, "a zero \u0000 byte");

        ImportJob job = imports.completed(imports.submit(titles));
        ImportJob next = imports.completed(imports.submit(List.of("next")));

        assertThat(job.counts()).isEqualTo(new Counts(53, 0, 0, 2));
        assertThat(job.rejected()).extracting(ImportJob.RejectedRecord::number).containsExactly(53, 55);
        assertThat(next.counts().created()).isEqualTo(1);
        assertThat(log).doesNotContain(bad);
    }

    @Test
    void triesAgainWhenTheDatabaseWasLostInTheMiddleOfABatch() {
        List<String> titles = Imports.titles("note", 120);
        titles.set(70, "disconnecting");

        ImportJob job = imports.completed(imports.submit(titles));

        assertThat(job.counts()).isEqualTo(new Counts(120, 0, 0, 0));
        imports.assertEachHandledOnce(120);
    }

    @Test
    void isAcceptedWithTheAddressOfItsProgress() throws Exception {
        var accepted = client.post("/api/v1/imports?format=notes", "a\nb\nunwanted c\n");

        assertThat(accepted.statusCode()).isEqualTo(202);
        JsonNode job = json(accepted);
        assertThat(job.path("state").asString()).isIn("pending", "running", "completed");
        assertThat(job.path("total").asInt()).isEqualTo(3);
        imports.completed(job.path("id").asString());
        JsonNode completed = json(client.get(header(accepted, "Location")));
        assertThat(completed.path("state").asString()).isEqualTo("completed");
        assertThat(completed.at("/counts/created").asInt()).isEqualTo(2);
        assertThat(completed.at("/rejected/0/record").asString()).isEqualTo("line 3");
    }

    @Test
    void refusesAnUnknownFormat() throws Exception {
        var problem = problem(client.post("/api/v1/imports?format=poems", "a\n"), 400, "invalid-request");

        assertThat(errors(problem)).containsOnlyKeys("parameter format");
        assertThat(problem.path("detail").asString()).contains("notes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\u001f\u008bbroken", "PK\u0003\u0004broken"})
    void storesNothingOfAnUploadWithoutRecords(String body) throws Exception {
        var answer = client.send(client.as("editor", "/api/v1/imports?format=notes")
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));

        problem(answer, 400, "invalid-request");
        assertThat(imports.count()).isZero();
    }

    @Test
    void knowsNoOtherImport() throws Exception {
        problem(client.get("/api/v1/imports/none"), 404, "not-found");
    }

    @Test
    void listsImportsNewestFirstWhileMoreComeIn() throws Exception {
        List<String> submitted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            submitted.addFirst(imports.submit(List.of("note " + i)));
        }

        var listed = new ArrayList<String>();
        String target = "/api/v1/imports?limit=2";
        while (target != null) {
            var answer = client.get(target);
            json(answer).path("items").forEach(job -> listed.add(job.path("id").asString()));
            target = answer.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
            imports.submit(List.of("a later note"));
        }

        assertThat(listed).isEqualTo(submitted).hasSameSizeAs(new HashSet<>(listed));
    }
}
