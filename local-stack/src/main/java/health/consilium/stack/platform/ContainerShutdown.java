package health.consilium.stack.platform;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.compose.ComposeProject;
import health.consilium.stack.compose.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Stops a project's containers, those that others need last, and keeps what they have logged. */
final class ContainerShutdown {
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final int LOG_LINES = 1000;

    private final ComposeProject project;
    private final Home home;
    private final Progress progress;

    ContainerShutdown(ComposeProject project, Home home, Progress progress) {
        this.project = project;
        this.home = home;
        this.progress = progress;
    }

    void run(List<ContainerPart> parts) {
        List<ContainerPart> running = new ArrayList<>(parts);
        running.removeIf(isStopped(project.containers()));
        ComposeRun stop = ComposeRun.of(project.stop(), home.log("compose"), "The containers could not be stopped");
        while (!stop.hasEnded()) {
            tellStopped(running);
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
        tellStopped(running);
        parts.forEach(this::keepLog);
    }

    private void tellStopped(List<ContainerPart> running) {
        List<Container> all = project.containers();
        running.stream()
                .filter(isStopped(all))
                .forEach(part ->
                        progress.stopped(part.name(), part.of(all).stream().noneMatch(Container::isKilled)));
        running.removeIf(isStopped(all));
    }

    private static Predicate<ContainerPart> isStopped(List<Container> all) {
        return part -> part.condition(all) == PartStatus.Condition.stopped;
    }

    /** The next start may make other containers. */
    private void keepLog(ContainerPart part) {
        Path log = home.containerLog(part.name());
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new ServerFailure("%s can't be deleted.".formatted(log), e);
        }
        part.of(project.containers())
                .forEach(container ->
                        project.log(container, LOG_LINES).start(log).onExit().join());
    }
}
