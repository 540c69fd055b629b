package health.consilium.stack.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupTests {
    @TempDir
    private Path folder;

    private final Queue<Process> processes = new ConcurrentLinkedQueue<>();
    private StateFile file;

    @BeforeEach
    void beginAState() {
        file = new StateFile(folder.resolve("state.json"));
        file.write(State.empty(Ports.free()));
    }

    @AfterEach
    void stopTheProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void doesWhatComesLastWhenAllAreReady() {
        AtomicBoolean done = new AtomicBoolean();

        startup(part("kafka", () -> true), part("qa", () -> true))
                .run(() -> done.set(file.read().orElseThrow().parts().size() == 2));

        assertThat(done).isTrue();
    }

    @Test
    void namesThePartThatDiesWhileOthersStart() {
        Part kafka = part("kafka", () -> true);
        Part content = part("content", this::killKafka);

        assertThatThrownBy(() -> startup(kafka, content).run(() -> {}))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("kafka has stopped unexpectedly: see %s, then run ./consilium up again."
                        .formatted(new Home(folder).log("kafka")));
    }

    @Test
    void namesPartLogAndRemedyWhateverIsThrown() {
        Part broken = new Part("postgres", "", List.of(), StopSignal.TERMINATE, note -> explode(), () -> true);

        assertThatThrownBy(() -> startup(broken, part("qa", () -> false)).run(() -> {}))
                .isInstanceOf(ServerFailure.class)
                .hasMessageStartingWith("postgres could not be started")
                .hasMessageContaining("no such thing")
                .hasMessageEndingWith(
                        "see %s, then run ./consilium up again.".formatted(new Home(folder).log("postgres")));
    }

    @Test
    void endsWhenAnotherCommandStopsEverything() {
        Part waiting = part("qa", () -> {
            file.change(State::stopping);
            return false;
        });

        assertThatThrownBy(() -> startup(waiting).run(() -> {}))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("The start was ended by ./consilium down.");
        assertThat(file.read().orElseThrow().part("qa")).isPresent();
    }

    @Test
    void letsNoProcessLiveThatCouldNotBeRecorded() {
        Part part = new Part("qa", "", List.of(), StopSignal.TERMINATE, note -> startUnseen(), () -> true);

        assertThatThrownBy(() -> startup(part).run(() -> {})).isInstanceOf(ServerFailure.class);
        assertThat(processes).hasSize(1).noneMatch(Process::isAlive);
    }

    private Startup startup(Part... parts) {
        return new Startup(new Home(folder), file, new RecordedProgress(), List.of(parts));
    }

    private Part part(String name, BooleanSupplier ready) {
        return new Part(name, "", List.of(), StopSignal.TERMINATE, note -> started(), ready);
    }

    private Part.Started started() throws IOException {
        Process process = new ProcessBuilder("sleep", "120").start();
        processes.add(process);
        return new Part.Started(process.toHandle(), false);
    }

    private Part.Started startUnseen() throws IOException {
        file.delete();
        return started();
    }

    private boolean killKafka() {
        file.read().orElseThrow().part("kafka").ifPresent(entry -> {
            if (entry.stage() == State.Stage.READY) {
                ProcessHandle.of(entry.pid()).ifPresent(ProcessHandle::destroyForcibly);
            }
        });
        return false;
    }

    private static Part.Started explode() {
        throw new ExceptionInInitializerError(new IllegalStateException("no such thing"));
    }
}
