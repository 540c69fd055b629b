package health.consilium.stack.platform;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.stack.platform.State.Entry;
import health.consilium.stack.platform.State.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTests {
    @TempDir
    private Path folder;

    @Test
    void losesNoChangeOfSeveralAtOnce() {
        file().write(State.empty(Ports.free()));

        IntStream.range(0, 40).parallel().forEach(i -> file().change(state -> state.with(entry("part" + i))));

        assertThat(file().read().orElseThrow().parts()).hasSize(40);
    }

    @Test
    void changesInSpiteOfAnInterrupt() {
        file().write(State.empty(Ports.free()));

        Thread.currentThread().interrupt();
        file().change(state -> state.with(entry("qa")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file().read().orElseThrow().part("qa")).isPresent();
    }

    @Test
    void changesNothingThatIsNotUp() {
        assertThat(file().change(State::stopping)).isEmpty();
        assertThat(folder.resolve("state.json")).doesNotExist();
    }

    @Test
    void staysStoppingOnceItIs() {
        file().write(State.empty(Ports.free()).stopping());

        file().change(State::up);

        assertThat(file().read().orElseThrow().isStopping()).isTrue();
    }

    private StateFile file() {
        return new StateFile(folder.resolve("state.json"));
    }

    private static Entry entry(String name) {
        return new Entry(name, 1, Instant.EPOCH, false, Stage.STARTING);
    }
}
