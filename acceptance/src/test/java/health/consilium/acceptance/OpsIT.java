package health.consilium.acceptance;

import static health.consilium.acceptance.Figures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.acceptance.api.Api;
import health.consilium.acceptance.platform.Launcher.Run;
import health.consilium.acceptance.platform.Part;
import health.consilium.acceptance.platform.PartStatus;
import health.consilium.acceptance.platform.Platform;
import health.consilium.acceptance.platform.RunningPlatform;
import health.consilium.acceptance.platform.Sandbox;
import health.consilium.acceptance.platform.User;
import health.consilium.stack.Readiness;
import health.consilium.stack.RunningProcess;
import health.consilium.stack.platform.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

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
    @Order(2)
    void refusesToForgetTheDataOfARunningPlatform() {
        Run refused = platform.launcher().run(LIMIT, "up", "--detach", "--fresh");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors().strip().lines()).hasSize(1);
        assertThat(refused.errors()).contains("--fresh", "./consilium down");
        platform.as(User.MEMBER).get("/articles/heart").expect(200);
    }

    @Test
    @Order(2)
    void showsTheEndOfAPartsLog() {
        Run logs = platform.launcher()
                .run(LIMIT, "logs", "content", "--lines", "3")
                .succeeded();
        Run unknown = platform.launcher().run(LIMIT, "logs", "queue");

        assertThat(logs.output().lines()).hasSize(3);
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.errors()).contains("queue", "postgres, kafka, keycloak, content, qa, search, gateway");
    }

    @Test
    @Order(2)
    void walksTheMainPath() {
        Run demo = platform.launcher().run(LIMIT, "demo").succeeded();

        assertThat(demo.output()).contains("POST /api/v1/articles", "-> 201", "All 10 steps answered as they should.");
    }

    @Test
    @Order(2)
    void countsWhatAnImportTookAndRefused(@TempDir Path folder) throws IOException {
        Path papers = Files.writeString(folder.resolve("papers.ndjson"), """
                {"title": "Counted by the quillbrook trial", "doi": "10.5555/consilium.ops.1"}
                {"title": 5
                """);

        Run imported = platform.launcher().run(LIMIT, "import", "paper-json", papers.toString());

        assertThat(imported.exitCode()).isEqualTo(1);
        assertThat(imported.output()).startsWith("2 records in ").contains("1 created", "1 rejected", "line 2");
    }

    @Test
    @Order(3)
    void namesAPartThatWasKilled() {
        platform.kill(Part.SEARCH);

        Run status = platform.launcher().run(LIMIT, "status");

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.output().lines().filter(line -> line.contains("stopped")))
                .singleElement()
                .asString()
                .startsWith("search");
        platform.restart(Part.SEARCH);
        assertThat(platform.status()).allMatch(PartStatus::isReady);
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
        assertThat(pids).hasSize(7).noneMatch(OpsIT::runs);
        assertThat(platform.status()).noneMatch(PartStatus::isReady);
    }

    @Test
    @Order(5)
    void leavesNothingBehindWhenItIsEnded(@TempDir Path folder) throws Exception {
        Path said = folder.resolve("said.txt");
        Process up = platform.launcher().start(said, "up");
        Awaitility.await("foreground up")
                .atMost(LIMIT)
                .until(() -> !up.isAlive() || Files.readString(said).contains("stop with Ctrl-C"));
        List<Long> pids = platform.status().stream().map(PartStatus::pid).toList();

        // as Ctrl-C does, only that an interrupt is ignored where the tests themselves run in the background
        new ProcessBuilder("kill", "-TERM", Long.toString(up.pid())).start().waitFor();
        boolean ended = up.waitFor(LIMIT);

        assertThat(ended).isTrue();
        assertThat(up.exitValue()).isEqualTo(130);
        assertThat(pids).hasSize(7).noneMatch(OpsIT::runs).allMatch(pid -> pid > 0);
        assertThat(platform.ports()).noneMatch(Readiness::accepts);
    }

    @Test
    @Order(6)
    void isQuicklyUpAgainWithItsData() {
        Run up = platform.launcher().run(LIMIT, "up", "--detach").succeeded();

        Figures.note("second up: %.1f s until every part is ready", seconds(up.took()));
        Api reader = platform.as(User.MEMBER);
        reader.get("/articles/heart").expect(200);
        assertThat(reader.get("/search?q=heart").expect(200).json().path("items"))
                .isNotEmpty();
    }

    /** A cache that does not fit is otherwise ignored without a word. */
    @Test
    @Order(7)
    void startsEachJvmFromACacheThatFits() throws Exception {
        for (PartStatus part : platform.status()) {
            if (!part.name().equals("postgres")) {
                List<String> command = commandLine(part.pid());

                assertThat(command).as(part.name()).anyMatch(word -> word.startsWith("-XX:AOTCache="));
                assertThat(new ProcessBuilder(strictly(command))
                                .inheritIO()
                                .start()
                                .waitFor())
                        .as(part.name())
                        .isZero();
            }
        }
    }

    /** The same JVM, which refuses to run without its cache, and only tells its version. */
    private static List<String> strictly(List<String> command) {
        List<String> strict = new ArrayList<>(List.of(command.getFirst(), "-XX:AOTMode=on"));
        for (String word : command.subList(1, command.size())) {
            boolean last = word.endsWith(".jar") && !word.startsWith("-");
            strict.add(word.equals("-jar") ? "-cp" : word);
            if (last) {
                break;
            }
        }
        strict.add("-version");
        return strict;
    }

    private static List<String> commandLine(long pid) throws IOException {
        Path file = Path.of("/proc", Long.toString(pid), "cmdline");
        Assumptions.assumeTrue(Files.exists(file), "skipped: this system does not show command lines");
        return List.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0", -1));
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .map(RunningProcess::of)
                .filter(RunningProcess::isAlive)
                .isPresent();
    }
}
