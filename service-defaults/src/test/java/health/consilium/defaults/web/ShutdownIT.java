package health.consilium.defaults.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import health.consilium.defaults.notes.Gate;
import health.consilium.defaults.notes.Notes;
import health.consilium.defaults.notes.NotesApplication;
import health.consilium.defaults.notes.NotesTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;

@NotesTest
@ExtendWith(OutputCaptureExtension.class)
class ShutdownIT {

    private final Environment environment;
    private final Notes notes;

    @Autowired
    ShutdownIT(Environment environment, Notes notes) {
        this.environment = environment;
        this.notes = notes;
    }

    @Test
    void letsAScheduledTaskFinishBeforeTheDatabaseCloses(CapturedOutput log) {
        ConfigurableApplicationContext instance = anotherInstance();
        var pool = instance.getBean(HikariDataSource.class);
        Gate gate = instance.getBean(Gate.class);
        gate.close();
        gate.awaitArrival();

        CompletableFuture<Void> closing = CompletableFuture.runAsync(instance::close);
        await().until(instance::isClosed);
        await().during(Duration.ofMillis(500)).until(() -> !pool.isClosed());
        gate.open();
        closing.join();

        assertThat(pool.isClosed()).isTrue();
        assertThat(notes.count("written by a task")).isEqualTo(1);
        assertThat(log).doesNotContain("HikariDataSource", "has been closed");
    }

    private ConfigurableApplicationContext anotherInstance() {
        List<String> arguments = List.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "consilium.security.issuer",
                        "consilium.paging.cursor-key")
                .stream()
                .map(name -> "--" + name + "=" + environment.getRequiredProperty(name))
                .toList();
        return new SpringApplicationBuilder(NotesApplication.class, Task.class)
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
