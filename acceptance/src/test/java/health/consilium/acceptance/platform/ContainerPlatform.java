package health.consilium.acceptance.platform;

import health.consilium.acceptance.api.Api;
import health.consilium.acceptance.platform.Launcher.Run;
import health.consilium.stack.platform.Port;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole system as containers of a project of its own; nothing of it is left when it is closed. */
public final class ContainerPlatform implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Sandbox sandbox = Sandbox.create();
    private final String project = "consilium-acceptance-" + sandbox.port(Port.GATEWAY);

    /** Runs a command of this platform's launcher to its end. */
    public Run run(String... arguments) {
        Map<String, String> environment = new HashMap<>(sandbox.launcher().environment());
        environment.put("CONSILIUM_COMPOSE_PROJECT", project);
        return new Launcher(Sandbox.repository(), environment).run(LIMIT, arguments);
    }

    /** Every part as the launcher sees it. */
    public List<PartStatus> status() {
        return PartStatus.parse(run("status", "--json").output());
    }

    public URI gateway() {
        return URI.create("http://localhost:" + sandbox.port(Port.GATEWAY));
    }

    /** The API with one token of the user. */
    public Api as(User user) {
        String token = run("token", user.toString()).succeeded().output().strip();
        return new Api(gateway(), () -> token);
    }

    /** Ends a container with SIGKILL. */
    public void kill(String container) {
        docker("kill", container);
    }

    /** The containers that run. */
    public List<String> running() {
        return docker("ps", "--quiet", "--filter", label());
    }

    /** The volumes that have a name. */
    public List<String> volumes() {
        return docker("volume", "ls", "--quiet", "--filter", label());
    }

    @Override
    public void close() {
        remove("rm --force --volumes", docker("ps", "--all", "--quiet", "--filter", label()));
        remove("volume rm", volumes());
        remove("network rm", docker("network", "ls", "--quiet", "--filter", label()));
        sandbox.close();
    }

    private static void remove(String command, List<String> names) {
        if (!names.isEmpty()) {
            List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
            words.addAll(names);
            docker(words.toArray(String[]::new));
        }
    }

    private String label() {
        return "label=com.docker.compose.project=" + project;
    }

    private static List<String> docker(String... arguments) {
        List<String> words = new ArrayList<>(List.of("docker"));
        words.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", words) + " failed");
            }
            return output.lines().toList();
        } catch (IOException e) {
            throw new AssertionError("docker can't be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
