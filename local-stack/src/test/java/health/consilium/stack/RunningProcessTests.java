package health.consilium.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunningProcessTests {
    @Test
    void recognisesItsProcess() {
        RunningProcess self = RunningProcess.of(ProcessHandle.current());

        assertThat(self.find()).contains(ProcessHandle.current());
    }

    @Test
    void leavesAProcessAloneThatGotItsPidLater() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        RunningProcess recorded = new RunningProcess(stranger.pid(), Instant.parse("2020-01-01T00:00:00Z"));

        boolean stopped = recorded.stop(StopSignal.TERMINATE, Duration.ZERO);

        assertThat(stopped).isTrue();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void killsAProcessThatIgnoresTheRequestToStop() throws IOException {
        Process stubborn =
                new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done").start();
        stubborn.inputReader().readLine();

        RunningProcess recorded = RunningProcess.of(stubborn.toHandle());

        boolean byItself = recorded.stop(StopSignal.TERMINATE, Duration.ofMillis(200));

        assertThat(byItself).isFalse();
        assertThat(recorded.isAlive()).isFalse();
    }
}
