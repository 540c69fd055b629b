package health.consilium.stack.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.platform.State.Entry;
import health.consilium.stack.platform.State.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTests {
    @TempDir
    private Path folder;

    private final Ports ports = Ports.free();
    private final RecordedProgress progress = new RecordedProgress();
    private Process process;

    @BeforeEach
    void startAProcess() throws IOException {
        process = new ProcessBuilder("sleep", "120").start();
    }

    @AfterEach
    void stopTheProcess() {
        process.destroyForcibly();
    }

    @Test
    void findsTheRunningPlatformsPorts() {
        remember(entry("qa", false));

        Platform found = Platform.of(new Home(folder), Ports.free(), folder);

        assertThat(found.isUp()).isTrue();
        assertThat(found.gateway().getPort()).isEqualTo(ports.of(Port.GATEWAY));
    }

    @Test
    void stopsItsProcessesAndForgetsThem() {
        remember(entry("qa", true));

        platform().stop(progress);

        assertThat(progress.heard()).startsWith("stopping qa, training").endsWith("stopped qa");
        assertThat(platform().isUp()).isFalse();
        assertThat(folder.resolve("state.json")).doesNotExist();
    }

    @Test
    void killsATrainingPartThatNeverBecameReady() {
        remember(entry("qa", true).at(Stage.STARTING));

        platform().stop(progress);

        assertThat(progress.heard()).contains("stopping qa").doesNotContain("stopping qa, training");
    }

    @Test
    void neverStopsAnotherProgramThatGotAPartsPid() {
        remember(new Entry("qa", process.pid(), Instant.parse("2020-01-01T00:00:00Z"), false, Stage.READY));

        platform().stop(progress);

        assertThat(process.isAlive()).isTrue();
        assertThat(progress.heard()).isEmpty();
    }

    @Test
    void saysOfEachPartWhetherItRunsAndIsReady() {
        remember(entry("qa", false));

        assertThat(platform().status()).hasSize(7).allSatisfy(part -> {
            boolean running = part.name().equals("qa");
            assertThat(part.state()).isEqualTo(running ? PartStatus.Condition.starting : PartStatus.Condition.stopped);
            assertThat(part.pid()).isEqualTo(running ? process.pid() : null);
        });
    }

    @Test
    void noticesAPartThatEndsByItself() {
        remember(entry("kafka", false));

        process.destroyForcibly();

        assertThat(platform().awaitEnd(progress)).contains("kafka");
    }

    @Test
    void doesNotTakeAStopForAnEnd() {
        remember(entry("kafka", false));

        new StateFile(folder.resolve("state.json")).change(State::stopping);

        assertThat(platform().awaitEnd(progress)).isEmpty();
    }

    @Test
    void keepsOutWhileAnotherCommandStartsOrStops() throws IOException {
        try (LockHolder other = LockHolder.of(new Home(folder).turn())) {
            assertThat(platform().isChanging()).isTrue();
            assertThatThrownBy(() -> platform().start(false, progress, () -> {}))
                    .isInstanceOf(ServerFailure.class)
                    .hasMessage("Consilium is being started by another command:"
                            + " wait for it, or end it with ./consilium down.");
            assertThat(platform().isStartedHere()).isFalse();
            assertThat(other.isAlive()).isTrue();
        }
    }

    @Test
    void startsNothingBesideAPartThatStillRuns() {
        remember(entry("qa", false));

        assertThatThrownBy(() -> platform().start(true, progress, () -> {}))
                .isInstanceOf(ServerFailure.class)
                .hasMessageStartingWith("Consilium is running already");
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void keepsTheDataWhenAFreshStartCanNotBegin() throws IOException {
        Home home = new Home(folder);
        home.createData();
        try (ServerSocket taken = new ServerSocket(ports.of(Port.SEARCH), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> platform().start(true, progress, () -> {}))
                    .isInstanceOf(ServerFailure.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }

        assertThat(folder.resolve("data")).isNotEmptyDirectory();
    }

    @Test
    void knowsItsPartsByName() {
        assertThatThrownBy(() -> platform().restart("queue", progress))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("There is no part called queue: choose one of"
                        + " postgres, kafka, keycloak, content, qa, search, gateway.");
    }

    private Entry entry(String name, boolean training) {
        return Entry.of(name, new Part.Started(process.toHandle(), training)).at(Stage.READY);
    }

    private Platform platform() {
        return Platform.of(new Home(folder), ports, folder);
    }

    private void remember(Entry entry) {
        new StateFile(folder.resolve("state.json")).write(State.empty(ports).with(entry));
    }
}
