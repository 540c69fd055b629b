package health.consilium.defaults.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import health.consilium.defaults.imports.ImportJob;
import health.consilium.defaults.imports.ImportJobs;
import health.consilium.defaults.imports.ImportRecord;
import health.consilium.defaults.notes.Gate;
import health.consilium.defaults.notes.Notes;
import health.consilium.defaults.notes.NotesApplication;
import health.consilium.defaults.notes.NotesTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;

@NotesTest
@ExtendWith(OutputCaptureExtension.class)
class ShutdownIT {

    private final Environment environment;
    private final Notes notes;
    private final ImportJobs jobs;
    private final SmartLifecycle worker;

    @Autowired
    ShutdownIT(
            Environment environment, Notes notes, ImportJobs jobs, @Qualifier("importWorker") SmartLifecycle worker) {
        this.environment = environment;
        this.notes = notes;
        this.jobs = jobs;
        this.worker = worker;
    }

    @AfterEach
    void runTheWorkerAgain() {
        if (!worker.isRunning()) {
            worker.start();
        }
    }

    @Test
    void letsAScheduledTaskFinishBeforeTheDatabaseCloses(CapturedOutput log) {
        ConfigurableApplicationContext instance = anotherInstance(Task.class);
        Gate gate = instance.getBean(Gate.class);
        gate.close();
        gate.awaitArrival();

        closeWhileHeld(instance, gate);

        assertThat(notes.count("written by a task")).isEqualTo(1);
        assertThat(log).doesNotContain("HikariDataSource", "has been closed");
    }

    @Test
    void keepsTheBatchThatAnImportHasInHandWhenTheDatabaseCloses(CapturedOutput log) {
        worker.stop();
        ConfigurableApplicationContext instance = anotherInstance();
        Gate gate = instance.getBean(Gate.class);
        gate.close();
        var records = List.of(record(1, "before"), record(2, "held"), record(3, "after"));
        String job = jobs.submit("notes", records.iterator()).id();
        gate.awaitArrival();

        closeWhileHeld(instance, gate);

        assertThat(jobs.find(job)).get().returns(3, ImportJob::processed);
        assertThat(notes.count("after")).isEqualTo(1);
        assertThat(log).doesNotContain("HikariDataSource", "has been closed");
    }

    private static ImportRecord record(int number, String title) {
        return new ImportRecord(number, "line " + number, title.getBytes(StandardCharsets.UTF_8));
    }

    private static void closeWhileHeld(ConfigurableApplicationContext instance, Gate gate) {
        var pool = instance.getBean(HikariDataSource.class);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(instance::close);
        await().until(instance::isClosed);
        await().during(Duration.ofMillis(500)).until(() -> !pool.isClosed());
        gate.open();
        closing.join();
        assertThat(pool.isClosed()).isTrue();
    }

    private ConfigurableApplicationContext anotherInstance(Class<?>... more) {
        List<String> arguments = List.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "consilium.security.issuer",
                        "consilium.paging.cursor-key")
                .stream()
                .map(name -> "--" + name + "=" + environment.getRequiredProperty(name))
                .toList();
        return new SpringApplicationBuilder(NotesApplication.class)
                .sources(more)
                .properties("spring.config.name=notes", "server.port=0")
                .run(arguments.toArray(String[]::new));
    }

    static class Task {

        private final Gate gate;
        private final Notes notes;

        Task(Gate gate, Notes notes) {
            this.gate = gate;
            this.notes = notes;
        }

        @Scheduled(fixedDelay = 100)
        void write() {
            gate.pass();
            if (notes.count("written by a task") == 0) {
                notes.add("written by a task");
            }
        }
    }
}
