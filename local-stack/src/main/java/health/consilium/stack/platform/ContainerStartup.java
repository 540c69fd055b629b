package health.consilium.stack.platform;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.compose.Command;
import health.consilium.stack.compose.ComposeProject;
import health.consilium.stack.compose.Container;
import health.consilium.stack.platform.PartStatus.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Has compose start containers and tells which parts are ready; the first failure ends the waiting. */
final class ContainerStartup {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration BUILD_LIMIT = Duration.ofHours(1);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final ComposeProject project;
    private final Home home;
    private final StateFile file;
    private final Progress progress;
    private final Map<String, Instant> running = new HashMap<>();
    private final Set<String> restarting = new HashSet<>();
    /** Containers that had ended before and have not been started again: compose may put others in their place. */
    private final Set<String> left = new HashSet<>();

    private final Set<String> ready = new HashSet<>();
    private volatile @Nullable ComposeRun run;

    ContainerStartup(ComposeProject project, Home home, StateFile file, Progress progress) {
        this.project = project;
        this.home = home;
        this.file = file;
        this.progress = progress;
    }

    void build(List<String> services) {
        progress.note("images", "building %s (once, some minutes)".formatted(String.join(", ", services)));
        Instant begin = Instant.now();
        ComposeRun build = begin(
                project.build(services),
                "The images could not be built; where no registry is reachable, run deploy/offline/build first");
        await(BUILD_LIMIT, build::hasEnded);
        progress.ready("images", "in the engine", Duration.between(begin, Instant.now()));
    }

    /** Returns when all parts are ready. */
    void up(Map<String, Integer> scales, List<ContainerPart> parts) {
        project.containers().stream()
                .filter(Container::isEnded)
                .map(Container::id)
                .forEach(left::add);
        ComposeRun up = begin(
                project.up(scales),
                "The containers could not be started; where no registry is reachable, run deploy/offline/build first");
        await(LIMIT, () -> {
            boolean ready = areReady(parts);
            return hasEnded(up, parts) && ready;
        });
    }

    /** Returns when the part is ready again. */
    void restart(ContainerPart part) {
        running.put(part.name(), Instant.now());
        ComposeRun restart = begin(project.restart(part.service()), "%s could not be restarted".formatted(part.name()));
        await(LIMIT, restart::hasEnded);
        await(LIMIT, () -> areReady(List.of(part)));
    }

    /** Ends what compose is doing now. */
    void giveUp() {
        ComposeRun begun = run;
        if (begun != null) {
            begun.end();
        }
    }

    private ComposeRun begin(Command command, String failure) {
        ComposeRun begun = ComposeRun.of(command, home.log("compose"), failure);
        run = begun;
        return begun;
    }

    private void await(Duration limit, BooleanSupplier done) {
        Instant end = Instant.now().plus(limit);
        while (!done.getAsBoolean()) {
            if (file.read().map(State::isStopping).orElse(true)) {
                throw new ServerFailure("The start was ended by ./consilium down.");
            }
            if (Instant.now().isAfter(end)) {
                throw new ServerFailure("Not everything was ready in time: ./consilium logs NAME and %s say why."
                        .formatted(home.log("compose")));
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    /** Compose gives up when a part is not well that others need, and does not say which. */
    private boolean hasEnded(ComposeRun up, List<ContainerPart> parts) {
        try {
            return up.hasEnded();
        } catch (ServerFailure e) {
            throw parts.stream()
                    .map(ContainerPart::name)
                    .filter(restarting::contains)
                    .findFirst()
                    .map(this::hasStopped)
                    .orElse(e);
        }
    }

    private ServerFailure hasStopped(String part) {
        return new ServerFailure("%s stopped while it was starting: see %s, then run ./consilium up again."
                .formatted(part, home.containerLog(part)));
    }

    private boolean areReady(List<ContainerPart> parts) {
        List<Container> all = project.containers();
        all.stream()
                .filter(Predicate.not(Container::isEnded))
                .map(Container::id)
                .forEach(left::remove);
        parts.forEach(part -> look(part, all));
        return parts.stream().allMatch(part -> part.condition(all) == Condition.ready);
    }

    private boolean hasEndedSince(Container container) {
        return container.isEnded() && !left.contains(container.id());
    }

    private void look(ContainerPart part, List<Container> all) {
        Instant now = Instant.now();
        String name = part.name();
        Condition condition = part.condition(all);
        if (condition != Condition.stopped) {
            running.putIfAbsent(name, now);
        }
        if (running.containsKey(name) && part.of(all).stream().anyMatch(this::hasEndedSince)) {
            throw hasStopped(name);
        }
        if (part.of(all).stream().anyMatch(Container::isRestarting) && restarting.add(name)) {
            progress.note(name, "has stopped while it was starting, and is started again");
        }
        if (condition == Condition.ready && ready.add(name)) {
            progress.ready(name, part.url(), Duration.between(running.getOrDefault(name, now), now));
        }
    }
}
