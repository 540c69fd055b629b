package health.consilium.stack.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.stack.Readiness;
import health.consilium.stack.ServerFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformIT {
    @TempDir
    private Path folder;

    private final Ports ports = Ports.free();

    @Test
    void stopsWhatHasStartedWhenAPartFails() {
        Platform platform = Platform.of(new Home(folder), ports, folder);

        assertThatThrownBy(() -> platform.start(false, new RecordedProgress(), () -> {}))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("is not built");
        assertThat(platform.isUp()).isFalse();
        assertThat(platform.status()).noneMatch(part -> part.pid() != null);
        assertThat(ports.numbers().values()).noneMatch(Readiness::accepts);
    }
}
