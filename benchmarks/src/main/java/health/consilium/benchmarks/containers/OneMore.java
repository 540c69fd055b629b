package health.consilium.benchmarks.containers;

import health.consilium.benchmarks.containers.platform.ComposePlatform;
import health.consilium.benchmarks.containers.platform.Container;
import health.consilium.benchmarks.containers.platform.Disturbances;
import health.consilium.stack.ServerFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One more container like one of the platform's, which has no name on its networks. */
final class OneMore {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";

    private final ComposePlatform platform;
    private final Disturbances disturbances;
    private final Container model;
    private final String name;

    OneMore(ComposePlatform platform, Disturbances disturbances, Container model) {
        this.platform = platform;
        this.disturbances = disturbances;
        this.model = model;
        this.name = model.name() + "-once-more";
    }

    /** Starts it and waits for its first good answer. */
    Start start(boolean cached) {
        disturbances.own(name);
        try {
            create(cached);
            platform.engine().run("start", name);
            Container started = platform.inspect(model.service(), name);
            Instant answered = Waiting.until(name + " is ready", PATIENCE, () -> platform.isReady(started));
            Duration processor = ProcessHandle.of(started.pid())
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElseThrow(() -> new ServerFailure(
                            "The processor time of %s can't be read: run this as root.".formatted(name)));
            return new Start(seconds(processor), seconds(Duration.between(started.startedAt(), answered)));
        } finally {
            disturbances.remove(name);
        }
    }

    private void create(boolean cached) {
        Map<String, String> environment = new HashMap<>(model.environment());
        // the image's own, and here the docker command's
        environment.remove("PATH");
        if (!cached) {
            environment.merge(OPTIONS, "-XX:AOTMode=off", (usual, off) -> usual + " " + off);
        }
        List<String> networks = List.copyOf(model.networks().keySet());
        List<String> command = new ArrayList<>(List.of(
                "create",
                "--name=" + name,
                "--network=" + networks.getFirst(),
                "--read-only",
                "--tmpfs=/tmp:mode=1777,size=64m",
                "--volume=/var/lib/consilium",
                "--cap-drop=ALL",
                "--no-healthcheck",
                "--memory=" + model.memoryLimit()));
        environment.keySet().forEach(variable -> command.add("--env=" + variable));
        command.add(model.image());
        platform.engine().run(environment, command);
        networks.stream().skip(1).forEach(network -> platform.engine().run("network", "connect", network, name));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
