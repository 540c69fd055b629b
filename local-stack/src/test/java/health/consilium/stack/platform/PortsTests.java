package health.consilium.stack.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTests {
    @Test
    void takesWhatTheEnvironmentSets() {
        Ports ports = Ports.of(Map.of("CONSILIUM_QA_PORT", "9999"));

        assertThat(ports.of(Port.QA)).isEqualTo(9999);
        assertThat(ports.of(Port.GATEWAY)).isEqualTo(8080);
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> Ports.of(Map.of("CONSILIUM_KAFKA_PORT", "ninety")))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("CONSILIUM_KAFKA_PORT is \"ninety\"; set it to a port between 1 and 65535.");
    }

    @Test
    void refusesOneNumberForTwoPorts() {
        assertThatThrownBy(() -> Ports.of(Map.of("CONSILIUM_QA_PORT", "8083")))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("CONSILIUM_QA_PORT and CONSILIUM_SEARCH_PORT are both 8083:"
                        + " give each port a number of its own.");
    }

    @Test
    void givesAnotherLauncherTheSamePorts() {
        Ports ports = Ports.free();

        assertThat(Ports.of(ports.asEnvironment())).isEqualTo(ports);
        assertThat(new HashSet<>(ports.numbers().values())).hasSize(Port.values().length);
    }

    @Test
    void namesThePartWhosePortIsTakenAndTheRemedy() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = Ports.free().asEnvironment();
            Ports ports = Ports.of(withPostgresAt(environment, other.getLocalPort()));

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(ServerFailure.class)
                    .hasMessageStartingWith("Port %d, which postgres needs, is taken".formatted(other.getLocalPort()))
                    .hasMessageContaining("CONSILIUM_POSTGRES_PORT");
        }
    }

    private static Map<String, String> withPostgresAt(Map<String, String> environment, int port) {
        var changed = new HashMap<>(environment);
        changed.put(Port.POSTGRES.variable(), Integer.toString(port));
        return changed;
    }
}
