package health.consilium.stack.compose;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.compose.Command.Output;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The Docker engine, asked by a docker command. */
public record Engine(String docker) {
    /** The one that the docker command of this machine speaks to. */
    public static final Engine LOCAL = new Engine("docker");

    /** Fails with one sentence when no engine answers. */
    public void requireAnswer() {
        Output answer = command("version", "--format", "{{.Server.Version}}").run();
        if (!answer.isSuccess()) {
            throw new ServerFailure(
                    "No Docker engine answers (%s): start one, or run ./consilium up without --containers."
                            .formatted(answer.errors().lines().findFirst().orElse("the docker command says nothing")));
        }
    }

    boolean has(String image) {
        return command("image", "inspect", "--format", "{{.Id}}", image).run().isSuccess();
    }

    /** All containers of the project, stopped ones too; none if no engine answers. */
    List<Container> containers(String project) {
        Output list = command("ps", "--all", "--no-trunc", "--format", Container.FORMAT)
                .with("--filter", ofProject(project), "--filter", "label=com.docker.compose.oneoff=False")
                .run();
        return list.isSuccess() ? list.lines().stream().map(Container::parse).toList() : List.of();
    }

    /** The project's volumes that have a name. */
    List<String> volumes(String project) {
        return command("volume", "ls", "--quiet", "--filter", ofProject(project))
                .run()
                .lines();
    }

    /** A volume's name and when it was made; nothing if there is none. */
    List<String> volume(String project, String name) {
        return command("volume", "inspect", "--format", "{{.Name}} {{.CreatedAt}}", project + "_" + name)
                .run()
                .lines();
    }

    /** Hands on what happens to the project's containers while the listener wants more; false if the engine goes. */
    boolean listen(String project, Predicate<ContainerEvent> listener) {
        Process events = command("events", "--format", ContainerEvent.FORMAT)
                .with("--filter", ofProject(project), "--filter", "type=container")
                .listen();
        try (BufferedReader lines = events.inputReader()) {
            String line = lines.readLine();
            while (line != null && listener.test(ContainerEvent.parse(line))) {
                line = lines.readLine();
            }
            return line != null;
        } catch (IOException e) {
            return false;
        } finally {
            events.destroy();
        }
    }

    Command log(Container container, int lines) {
        return command("logs", "--tail", Integer.toString(lines), container.id());
    }

    /** The command that reads compose files: Docker's plugin, or the program that came before it. */
    List<String> composeTool() {
        return Stream.of(List.of(docker, "compose"), List.of(docker + "-compose"))
                .filter(tool -> Command.of(tool).with("version").run().isSuccess())
                .findFirst()
                .orElseThrow(() -> new ServerFailure("Neither docker compose nor docker-compose answers:"
                        + " install one of them, or run ./consilium up without --containers."));
    }

    private Command command(String... arguments) {
        return Command.of(List.of(docker)).with(arguments);
    }

    private static String ofProject(String project) {
        return "label=com.docker.compose.project=" + project;
    }
}
