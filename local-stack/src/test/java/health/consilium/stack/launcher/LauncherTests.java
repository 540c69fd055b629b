package health.consilium.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LauncherTests {
    @TempDir
    private Path repository;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void explainsItselfWithoutACommand() {
        int exit = run(Map.of());

        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("up", "down", "status", "restart", "logs", "token", "import", "demo")
                .contains("./consilium up      starts everything");
    }

    @Test
    void reportsStatusAsJsonAndFailsWhenNotAllIsReady() {
        int exit = run(Map.of("CONSILIUM_GATEWAY_PORT", "18080"), "status", "--json");

        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(exit).isEqualTo(1);
        assertThat(report.path("ready").asBoolean(true)).isFalse();
        assertThat(report.path("gateway").asString()).isEqualTo("http://localhost:18080");
        assertThat(report.path("parts")
                        .valueStream()
                        .map(part -> part.path("name").asString()))
                .containsExactly("postgres", "kafka", "keycloak", "content", "qa", "search", "gateway");
        assertThat(report.path("parts").path(3).path("state").asString()).isEqualTo("stopped");
        assertThat(report.path("parts").path(3).path("pid").isNull()).isTrue();
    }

    @Test
    void saysInOneSentenceWhatIsMissing() {
        int exit = run(Map.of(), "token", "editor");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("Consilium is not running: start it with ./consilium up.\n");
    }

    @Test
    void offersTheDemoUsersInsteadOfAnUnknownOne() {
        run(Map.of(), "token", "admin");

        assertThat(err.toString()).contains("member, doctor, editor, reviewer, moderator, ops");
    }

    @Test
    void hasNothingToStopWhenNothingRuns() {
        int exit = run(Map.of(), "down");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("Consilium is not running.");
    }

    @Test
    void startsNoContainersBesideProcesses() throws IOException {
        rememberAProcess();

        int exit = run(Map.of(), "up", "--containers");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("Consilium is running already, as processes, at http://localhost:18080:"
                        + " stop it first with ./consilium down.\n");
    }

    @Test
    void scalesContainersOnly() {
        int exit = run(Map.of(), "up", "--scale", "search-service=3");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("--containers");
    }

    /** As an earlier version of this program wrote it. */
    private void rememberAProcess() throws IOException {
        ProcessHandle process = ProcessHandle.current();
        Files.createDirectories(repository.resolve("home"));
        Files.writeString(repository.resolve("home/state.json"), """
                {"ports": {"GATEWAY": 18080}, "phase": "UP", "parts": [
                 {"name": "qa", "pid": %d, "startedAt": "%s", "training": false, "stage": "READY"}]}
                """.formatted(
                        process.pid(), process.info().startInstant().orElseThrow()));
    }

    private int run(Map<String, String> environment, String... arguments) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("CONSILIUM_HOME", repository.resolve("home").toString());
        CommandLine line = Launcher.commandLine(variables, repository)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
