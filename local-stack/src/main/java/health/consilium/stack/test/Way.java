package health.consilium.stack.test;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.test.container.ContainerServers;
import health.consilium.stack.test.container.DockerEngine;
import health.consilium.stack.test.embedded.EmbeddedServers;
import health.consilium.stack.test.server.ServerSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** How tests get their servers, and why so. */
record Way(boolean inContainers, String reason) {
    private static final String PROPERTY = "consilium.test.servers";
    private static final String VARIABLE = "CONSILIUM_TEST_SERVERS";

    /** What the system property says, else the environment variable, else what the machine has. */
    static Way ofThisJvm() {
        String inherited = Objects.requireNonNullElse(System.getenv(VARIABLE), "auto");
        return of(System.getProperty(PROPERTY, inherited), DockerEngine::obstacle);
    }

    /** Asks for what stands in the way of containers only if it matters. */
    static Way of(String wish, Supplier<Optional<String>> obstacle) {
        return switch (wish) {
            case "embedded" -> new Way(false, "as asked for");
            case "containers" -> {
                obstacle.get().ifPresent(Way::refuse);
                yield new Way(true, "as asked for");
            }
            case "auto" ->
                obstacle.get()
                        .map(why -> new Way(false, why))
                        .orElseGet(() -> new Way(true, "a Docker engine answers"));
            default ->
                throw new ServerFailure(
                        "%s is \"%s\"; set it to auto, embedded or containers.".formatted(PROPERTY, wish));
        };
    }

    /** For the log. */
    String description() {
        return (inContainers ? "in containers" : "embedded") + " (" + reason + ")";
    }

    ServerSource open() {
        return inContainers ? new ContainerServers() : new EmbeddedServers();
    }

    private static void refuse(String obstacle) {
        throw new ServerFailure(
                "Tests can't have their servers in containers: %s. With -D%s=embedded they take embedded ones."
                        .formatted(obstacle, PROPERTY));
    }
}
