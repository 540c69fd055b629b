package health.consilium.benchmarks.containers.platform;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Docker engine, asked by its command line. */
public final class Engine {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the command prints; fails if it does. */
    public String run(String... command) {
        return run(Map.of(), List.of(command));
    }

    /** The same with variables in the command's own environment: what is secret is no argument. */
    public String run(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of("docker"), command.stream()).toList());
        builder.environment().putAll(environment);
        builder.redirectError(Redirect.INHERIT);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new ServerFailure("docker %s failed.".formatted(command.getFirst()));
            }
            return output;
        } catch (IOException e) {
            throw new ServerFailure("There is no docker command to run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted.", e);
        }
    }

    JsonNode inspect(String container) {
        return JSON.readTree(run("inspect", "--type=container", container)).path(0);
    }
}
