package health.consilium.acceptance;

import static health.consilium.acceptance.Figures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.acceptance.api.Api;
import health.consilium.acceptance.platform.Launcher.Run;
import health.consilium.acceptance.platform.PartStatus;
import health.consilium.acceptance.platform.Platform;
import health.consilium.acceptance.platform.RunningPlatform;
import health.consilium.acceptance.platform.Sandbox;
import health.consilium.acceptance.platform.User;
import health.consilium.stack.platform.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What whoever runs the platform gets to see of it. */
@RunningPlatform
@Order(7)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpsIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Platform platform;

    OpsIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    @Order(1)
    void saysThatItRunsWhenStartedAgain() {
        Run again = platform.launcher().run(LIMIT, "up", "--detach").succeeded();

        assertThat(again.output())
                .containsIgnoringCase("running")
                .contains(platform.gateway().toString());
    }

    @Test
    @Order(2)
    void tellsEachPartsStateForMachines() {
        List<PartStatus> parts = platform.status();

        assertThat(parts).hasSize(7).allMatch(PartStatus::isReady).allMatch(part -> part.pid() > 0);
    }

    @Test
    @Order(2)
    void handsOutTokensThatTheGatewayTakes() {
        String token = platform.launcher()
                .run(LIMIT, "token", "member")
                .succeeded()
                .output()
                .strip();

        new Api(platform.gateway(), () -> token).get("/articles?limit=1").expect(200);
    }

    @Test
    @Order(3)
    void saysInOneSentenceThatAPortIsTaken() throws IOException {
        try (Sandbox other = Sandbox.create();
                var taken = new ServerSocket(other.port(Port.QA), 1, InetAddress.getLoopbackAddress())) {
            Run refused = other.launcher().run(LIMIT, "up", "--detach");

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.errors().strip().lines()).hasSize(1);
            assertThat(refused.errors()).contains("" + taken.getLocalPort(), "qa", "CONSILIUM_QA_PORT");
            assertThat(other.launcher().run(LIMIT, "status").exitCode()).isEqualTo(1);
        }
    }

    @Test
    @Order(4)
    void stopsEveryPart() {
        List<Long> pids = platform.status().stream().map(PartStatus::pid).toList();

        Run down = platform.launcher().run(LIMIT, "down").succeeded();

        Figures.note("down: %.1f s", seconds(down.took()));
        assertThat(pids)
                .hasSize(7)
                .noneMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
        assertThat(platform.status()).noneMatch(PartStatus::isReady);
    }

    @Test
    @Order(5)
    void isQuicklyUpAgainWithItsData() {
        Run up = platform.launcher().run(LIMIT, "up", "--detach").succeeded();

        Figures.note("second up: %.1f s until every part is ready", seconds(up.took()));
        Api reader = platform.as(User.MEMBER);
        reader.get("/articles/heart").expect(200);
        assertThat(reader.get("/search?q=heart").expect(200).json().path("items"))
                .isNotEmpty();
    }
}
