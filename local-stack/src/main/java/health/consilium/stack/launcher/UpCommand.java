package health.consilium.stack.launcher;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.client.Imports;
import health.consilium.stack.client.Samples;
import health.consilium.stack.platform.PartStatus;
import health.consilium.stack.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the platform and, unless detached, stays until Ctrl-C or until a part ends. */
@Command(name = "up", description = "Starts every part, waits until all are ready, and loads the sample content once.")
final class UpCommand extends PlatformCommand {
    @Option(
            names = {"-d", "--detach"},
            description = "Return when everything is ready; ./consilium down stops it.")
    private boolean detach;

    @Option(names = "--fresh", description = "Forget all data first.")
    private boolean fresh;

    @Option(names = "--no-samples", description = "Leave the sample content out.")
    private boolean withoutSamples;

    @ArgGroup(exclusive = false)
    private final ContainerChoice containers = new ContainerChoice();

    /** That the parts run as containers, and how. */
    private static final class ContainerChoice {
        @Option(
                names = "--containers",
                required = true,
                description = "As containers, by docker compose or docker-compose, instead of processes.")
        private boolean wanted;

        @Option(names = "--build", description = "Build our images first, even if they are there.")
        private boolean build;

        @Option(
                names = "--scale",
                paramLabel = "SERVICE=NUMBER",
                description = "So many of content-service, qa-service or search-service.")
        private Map<String, Integer> scales = Map.of();
    }

    private volatile boolean interrupted;

    @Override
    public Integer call() {
        Platform platform = wantedPlatform();
        if (platform.isUp() && !platform.isChanging()) {
            return platform.isInContainers() != containers.wanted
                    ? refuseOtherWay(platform)
                    : fresh ? refuseFresh() : alreadyUp(platform);
        }
        ConsoleProgress progress = new ConsoleProgress(out());
        Thread onInterrupt = Thread.ofPlatform().name("stop").unstarted(() -> interrupt(platform, progress));
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            start(platform, progress);
            return detach ? 0 : stay(platform, progress);
        } finally {
            if (interrupted) {
                LockSupport.park();
            } else {
                Runtime.getRuntime().removeShutdownHook(onInterrupt);
            }
        }
    }

    private Platform wantedPlatform() {
        return containers.wanted ? launcher().platformInContainers(containers.build, containers.scales) : platform();
    }

    private Integer refuseOtherWay(Platform platform) {
        err().printf(
                        "Consilium is running already, %s, at %s: stop it first with ./consilium down.%n",
                        platform.isInContainers() ? "in containers" : "as processes", platform.gateway());
        return 1;
    }

    private Integer refuseFresh() {
        err().println("Consilium is running, and --fresh forgets its data: stop it first with ./consilium down.");
        return 1;
    }

    private Integer alreadyUp(Platform platform) {
        List<String> missing = platform.status().stream()
                .filter(part -> !part.isReady())
                .map(PartStatus::name)
                .toList();
        if (missing.isEmpty()) {
            out().printf("Consilium is running already, at %s.%n", platform.gateway());
            return 0;
        }
        err().printf(
                        "Consilium is running without %s: run ./consilium restart %s, or ./consilium down and up.%n",
                        String.join(", ", missing), missing.getFirst());
        return 1;
    }

    private void start(Platform platform, ConsoleProgress progress) {
        Instant begin = Instant.now();
        out().println("Starting Consilium …");
        out().flush();
        platform.start(fresh, progress, () -> loadSamples(platform, progress));
        out().printf("Ready after %s.%n%n", ConsoleProgress.seconds(Duration.between(begin, Instant.now())));
        out().printf("  Gateway     %s   (%s/health)%n", platform.gateway(), platform.gateway());
        out().printf("  Sign-in     %s%n", platform.signIn());
        out().printf("  Demo users  %s   (password = name)%n", String.join(", ", Launcher.USERS));
        out().println("  Sample content is made up and is no medical advice.");
        out().printf("%n  Try ./consilium demo; %s%n", detach ? "stop with ./consilium down." : "stop with Ctrl-C.");
        out().flush();
    }

    private void loadSamples(Platform platform, ConsoleProgress progress) {
        if (withoutSamples) {
            return;
        }
        try {
            new Samples(new Imports(Launcher.gateway(platform)), platform.samplesMarker())
                    .loadOnce(loaded -> progress.line("samples", "loaded  " + loaded));
        } catch (ServerFailure e) {
            String reason = String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
            throw new ServerFailure(
                    "The sample content could not be loaded (%s): see %s, then run ./consilium up again."
                            .formatted(reason, platform.log("gateway")),
                    e);
        }
    }

    private Integer stay(Platform platform, ConsoleProgress progress) {
        Optional<String> ended = platform.awaitEnd(progress);
        if (interrupted || ended.isEmpty()) {
            return 0;
        }
        err().printf(
                        "%s has stopped unexpectedly: see %s; everything is stopped now, run ./consilium up again.%n",
                        ended.get(), platform.log(ended.get()));
        err().flush();
        platform.stop(progress);
        return 1;
    }

    private void interrupt(Platform platform, ConsoleProgress progress) {
        interrupted = true;
        if (!platform.isStartedHere()) {
            return;
        }
        out().println("\nStopping Consilium …");
        out().flush();
        platform.stop(progress);
    }
}
