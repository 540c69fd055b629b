package health.consilium.stack;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.stack.platform.LockHolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTests {
    @TempDir
    private Path folder;

    @Test
    void keepsOtherProcessesOutUntilTheHolderEnds() throws IOException {
        ProcessLock lock = ProcessLock.on(folder.resolve("lock"));

        try (LockHolder other = LockHolder.of(folder.resolve("lock"))) {
            assertThat(lock.isTakenElsewhere()).isTrue();
            assertThat(lock.acquire(Duration.ZERO)).isFalse();
            assertThat(other.process().isAlive()).isTrue();
        }

        assertThat(lock.acquire(Duration.ofSeconds(5))).isTrue();
        lock.release();
    }

    @Test
    void isHeldByAllThreadsOfAProcessTogether() {
        ProcessLock lock = ProcessLock.on(folder.resolve("lock"));

        assertThat(lock.acquire(Duration.ZERO)).isTrue();
        assertThat(ProcessLock.on(folder.resolve("lock")).acquire(Duration.ZERO))
                .isTrue();
        assertThat(lock.isTakenElsewhere()).isFalse();

        lock.release();
        lock.release();
    }
}
