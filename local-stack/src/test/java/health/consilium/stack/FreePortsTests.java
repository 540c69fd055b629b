package health.consilium.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreePortsTests {
    @TempDir
    private Path cache;

    @Test
    void givesNoPortTwice() {
        List<Integer> ports = new ArrayList<>(FreePorts.take(50));
        ports.addAll(FreePorts.take(50));

        assertThat(ports).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void leavesThePortToAServer() throws IOException {
        int port = FreePorts.take(1).getFirst();

        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(server.getLocalPort()).isEqualTo(port);
        }
    }

    @Test
    void givesOtherProcessesOtherPorts() throws IOException {
        try (PortHolder one = PortHolder.of(6_000, cache);
                PortHolder other = PortHolder.of(3_000, cache)) {
            assertThat(one.ports()).hasSize(6_000).doesNotContainAnyElementsOf(other.ports());
        }
    }
}
