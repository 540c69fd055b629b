package health.consilium.benchmarks.containers.platform;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.compose.Command;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Docker engine, asked by its command line. */
public final class Engine {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the command prints; fails if it does. */
    public String run(String... words) {
        return run(Map.of(), List.of(words));
    }

    /** The same with variables in the command's own environment: what is secret is no argument. */
    public String run(Map<String, String> environment, List<String> words) {
        List<String> all = Stream.concat(Stream.of("docker"), words.stream()).toList();
        Command.Output output = new Command(all, environment).run();
        if (!output.isSuccess()) {
            throw new ServerFailure("docker %s: %s".formatted(words.getFirst(), output.errors()));
        }
        return String.join("\n", output.lines());
    }

    JsonNode inspect(String container) {
        return JSON.readTree(run("inspect", "--type=container", container)).path(0);
    }
}
