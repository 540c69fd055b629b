package health.consilium.stack.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeProjectTests {
    @TempDir
    private Path folder;

    private ScriptedDocker docker;

    @BeforeEach
    void installDocker() throws IOException {
        docker = ScriptedDocker.in(folder);
    }

    @Test
    void speaksOfItsOwnFileAndNameOnly() {
        assertThat(project().stop().words())
                .containsExactly(
                        docker.engine().docker(), "compose", "--project-name", "test", "--file", "compose.yml", "stop");
    }

    @Test
    void scalesWhatItIsTold() {
        Command up = project().up(Map.of("search-service", 3, "qa-service", 2));

        assertThat(arguments(up))
                .containsExactly(
                        "up", "--detach", "--no-build", "--scale", "qa-service=2", "--scale", "search-service=3");
    }

    @Test
    void forgetsDataOnlyWhenRemoved() {
        assertThat(arguments(project().remove())).containsExactly("down", "--volumes");
        assertThat(arguments(project().restart("kafka"))).containsExactly("restart", "kafka");
    }

    @Test
    void showsTheEndOfALogAndWhatIsAdded() {
        assertThat(arguments(project().logs("gateway", 20, false))).containsExactly("logs", "--tail=20", "gateway");
        assertThat(arguments(project().logs("gateway", 5, true)))
                .containsExactly("logs", "--tail=5", "--follow", "gateway");
    }

    @Test
    void takesTheProgramThatCameBeforeThePluginWhereThereIsNoPlugin() throws IOException {
        docker.without("docker").with("docker-compose", "#!/bin/sh");
        folder.resolve("docker-compose").toFile().setExecutable(true);

        assertThat(project().stop().words())
                .startsWith(folder.resolve("docker-compose").toString(), "--project-name");
    }

    @Test
    void saysWhatToInstallWhereThereIsNeither() throws IOException {
        docker.without("docker");

        assertThatThrownBy(() -> project().stop())
                .isInstanceOf(ServerFailure.class)
                .hasMessage("Neither docker compose nor docker-compose answers:"
                        + " install one of them, or run ./consilium up without --containers.");
    }

    @Test
    void saysWhenNoEngineAnswers() throws IOException {
        docker.without("engine");

        assertThatThrownBy(() -> docker.engine().requireAnswer())
                .isInstanceOf(ServerFailure.class)
                .hasMessage("No Docker engine answers (Cannot connect to the engine.):"
                        + " start one, or run ./consilium up without --containers.");
    }

    @Test
    void knowsWhichOfOurImagesAreMissing() throws IOException {
        docker.with(
                        "config",
                        "services:",
                        "  gateway:",
                        "    image: consilium/gateway:1.0",
                        "  kafka:",
                        "    image: apache/kafka:4.2.1",
                        "  qa-service:",
                        "    image: 'consilium/qa-service:1.0'")
                .with("images", "consilium/gateway:1.0");

        assertThat(project().servicesWithoutImage("consilium")).containsExactly("qa-service");
    }

    @Test
    void tellsRunningFromReadyAndEnded() {
        Container healthy =
                Container.parse(ScriptedDocker.container("qa-service", "running", "Up 5 seconds (healthy)"));
        Container sick = Container.parse(ScriptedDocker.container("qa-service", "running", "Up 2 hours (unhealthy)"));
        Container young =
                Container.parse(ScriptedDocker.container("qa-service", "running", "Up 1 second (health: starting)"));
        Container killed =
                Container.parse(ScriptedDocker.container("qa-service", "exited", "Exited (137) 3 seconds ago"));

        assertThat(List.of(healthy, sick, young, killed))
                .extracting(Container::isRunning, Container::isReady, Container::isEnded, Container::isKilled)
                .containsExactly(
                        tuple(true, true, false, false),
                        tuple(true, false, false, false),
                        tuple(true, false, false, false),
                        tuple(false, false, true, true));
    }

    private ComposeProject project() {
        return new ComposeProject(docker.engine(), "test", Path.of("compose.yml"), Map::of);
    }

    private static List<String> arguments(Command command) {
        return command.words()
                .subList(
                        command.words().indexOf("compose.yml") + 1,
                        command.words().size());
    }
}
