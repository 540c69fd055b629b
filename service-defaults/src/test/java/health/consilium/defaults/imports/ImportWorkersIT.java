package health.consilium.defaults.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.defaults.imports.ImportJob.Counts;
import health.consilium.defaults.notes.Gate;
import health.consilium.defaults.notes.NoteImport;
import health.consilium.defaults.notes.NotesTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@NotesTest
class ImportWorkersIT {

    private final Imports imports;
    private final Gate gate;
    private final ImportWorker worker;
    private final Gate otherGate = new Gate();
    private final ImportWorker otherWorker;

    @Autowired
    ImportWorkersIT(
            ImportJobs jobs,
            JdbcClient client,
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            Gate gate,
            ImportWorker worker) {
        this.imports = new Imports(jobs, client);
        this.gate = gate;
        this.worker = worker;
        this.otherWorker = new ImportWorker(database, transactions, List.of(new NoteImport(client, otherGate)));
    }

    @BeforeEach
    void startWithoutImports() {
        imports.forget();
    }

    @AfterEach
    void runOneWorkerAgain() {
        gate.open();
        otherGate.open();
        otherWorker.stop();
        if (!worker.isRunning()) {
            worker.start();
        }
    }

    @Test
    void shareJobsWithoutRepeatingARecord() {
        List<String> held = Imports.titles("first", 120);
        held.set(10, "held");
        gate.close();
        String first = imports.submit(held);
        gate.awaitArrival();

        otherWorker.start();
        ImportJob second = imports.completed(imports.submit(Imports.titles("second", 120)));

        assertThat(second.counts()).isEqualTo(new Counts(120, 0, 0, 0));
        assertThat(imports.find(first).processed()).isZero();
        gate.open();
        assertThat(imports.completed(first).counts()).isEqualTo(new Counts(120, 0, 0, 0));
        imports.assertEachHandledOnce(240);
    }

    @Test
    void takeOverAJobWhoseWorkerWasStopped() {
        worker.stop();
        List<String> titles = Imports.titles("note", 120);
        titles.set(60, "held");
        otherGate.close();
        String job = imports.submit(titles);
        otherWorker.start();
        otherGate.awaitArrival();
        assertThat(imports.find(job).processed()).isEqualTo(50);

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(otherWorker::stop);
        await().until(() -> !otherWorker.isRunning());
        otherGate.open();
        stopping.join();

        assertThat(imports.find(job).state()).isEqualTo(ImportJob.State.running);
        assertThat(imports.find(job).processed()).isEqualTo(100);
        worker.start();
        assertThat(imports.completed(job).counts()).isEqualTo(new Counts(120, 0, 0, 0));
        imports.assertEachHandledOnce(120);
    }

    @Test
    void leaveJobsOfFormatsTheyDoNotKnowToOthers(@Autowired JdbcTemplate database) {
        database.update("insert into import_job (format, total) values ('of a newer version', 1)");

        ImportJob job = imports.completed(imports.submit(List.of("known")));

        assertThat(job.counts().created()).isEqualTo(1);
    }
}
