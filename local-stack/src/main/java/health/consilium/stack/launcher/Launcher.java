package health.consilium.stack.launcher;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.TokenEndpoint;
import health.consilium.stack.client.GatewayClient;
import health.consilium.stack.platform.ContainerOptions;
import health.consilium.stack.platform.Home;
import health.consilium.stack.platform.Platform;
import health.consilium.stack.platform.Ports;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Entry point of ./consilium. */
@Command(
        name = "consilium",
        mixinStandardHelpOptions = true,
        version = "Consilium 0.1.0-SNAPSHOT",
        description = "Runs the whole platform on this machine, and speaks to it.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            RestartCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            ImportCommand.class,
            DemoCommand.class,
            RehearseCommand.class,
            PrepareCommand.class,
            TrainCommand.class
        },
        footerHeading = "%nStart here:%n",
        footer = {
            "  ./consilium up      starts everything; Ctrl-C stops it",
            "  ./consilium demo    walks the main path in another terminal",
            "",
            "Environment:",
            "  CONSILIUM_HOME           where data, logs and state live (default .consilium)",
            "  CONSILIUM_CACHE          what is prepared once per machine (default ~/.cache/consilium)",
            "  CONSILIUM_GATEWAY_PORT   and the other ports: CONTENT, QA, SEARCH, GATEWAY_MANAGEMENT,",
            "                           KEYCLOAK, KEYCLOAK_MANAGEMENT, POSTGRES, KAFKA, KAFKA_CONTROLLER",
            "  CONSILIUM_PUBLIC_URL     how the world names the gateway of containers (default its local address)",
            "  CONSILIUM_COMPOSE_PROJECT  the compose project's name (default consilium, for each home its own)"
        })
public final class Launcher implements Runnable {
    static final List<String> USERS = List.of("member", "doctor", "editor", "reviewer", "moderator", "ops");

    private final Map<String, String> environment;
    private final Path repository;

    @Spec
    private CommandSpec spec;

    Launcher(Map<String, String> environment, Path repository) {
        this.environment = environment;
        this.repository = repository;
        this.spec = CommandSpec.create();
    }

    /** Runs one command; the repository's folder comes from the system property {@code consilium.root}. */
    public static void main(String... arguments) {
        Path repository = Path.of(System.getProperty("consilium.root", "."))
                .toAbsolutePath()
                .normalize();
        System.exit(commandLine(System.getenv(), repository).execute(arguments));
    }

    static CommandLine commandLine(Map<String, String> environment, Path repository) {
        return new CommandLine(new Launcher(environment, repository))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof ServerFailure)) {
                        throw failure;
                    }
                    report(command.getErr(), failure, environment);
                    return 1;
                });
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The platform of this home, running or not. */
    Platform platform() {
        return Platform.of(Home.of(environment, repository), Ports.of(environment), repository);
    }

    /** The platform of this home, running or to be started in containers. */
    Platform platformInContainers(boolean build, Map<String, Integer> scales) {
        ContainerOptions options = new ContainerOptions(environment, build, scales);
        return Platform.ofContainers(Home.of(environment, repository), Ports.of(environment), repository, options);
    }

    /** The gateway of the running platform. */
    GatewayClient gateway() {
        Platform platform = platform();
        if (!platform.isUp()) {
            throw new ServerFailure("Consilium is not running: start it with ./consilium up.");
        }
        return gateway(platform);
    }

    static GatewayClient gateway(Platform platform) {
        return new GatewayClient(platform.gateway(), tokens(platform));
    }

    static TokenEndpoint tokens(Platform platform) {
        return new TokenEndpoint(platform.issuer());
    }

    private static void report(PrintWriter err, Exception failure, Map<String, String> environment) {
        err.println(failure.getMessage());
        if (environment.containsKey("CONSILIUM_DEBUG")) {
            failure.printStackTrace(err);
        }
        err.flush();
    }
}
