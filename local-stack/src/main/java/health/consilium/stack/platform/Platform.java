package health.consilium.stack.platform;

import health.consilium.stack.KeycloakServer;
import health.consilium.stack.ServerFailure;
import health.consilium.stack.platform.State.Entry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The platform of one home folder: all parts together, or one of them. */
public final class Platform {
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(500);

    private final Home home;
    private final Ports ports;
    private final StateFile file;
    private final List<Part> parts;
    private volatile @Nullable Startup startup;

    private Platform(Home home, Ports ports, Path repository) {
        this.home = home;
        this.ports = ports;
        this.file = new StateFile(home.state());
        this.parts = Parts.of(home, ports, repository);
    }

    /** The running platform with the ports it was started on, or a new one on the chosen ports. */
    public static Platform of(Home home, Ports chosen, Path repository) {
        Ports ports = new StateFile(home.state())
                .read()
                .filter(State::isAlive)
                .map(state -> new Ports(state.ports()))
                .orElse(chosen);
        return new Platform(home, ports, repository);
    }

    public URI gateway() {
        return ports.http(Port.GATEWAY);
    }

    public URI keycloak() {
        return ports.http(Port.KEYCLOAK);
    }

    /** Who issues the tokens. */
    public URI issuer() {
        return KeycloakServer.issuer(ports.of(Port.KEYCLOAK));
    }

    public Home home() {
        return home;
    }

    /** Whether any part runs. */
    public boolean isUp() {
        return file.read().filter(State::isAlive).isPresent();
    }

    /** Starts all parts, each as soon as those it needs are ready; when one fails, the others are stopped. */
    public void start(Progress progress) {
        ports.requireFree();
        home.requireSpace();
        file.write(State.empty(ports));
        Startup begun = new Startup(home, file, progress);
        startup = begun;
        try {
            begun.start(parts);
        } catch (ServerFailure e) {
            stop(progress);
            throw e;
        }
    }

    /** Stops all parts, each as soon as those that need it have stopped; a start under way is given up. */
    public synchronized void stop(Progress progress) {
        Startup begun = startup;
        if (begun != null) {
            begun.giveUp();
        }
        file.change(State::stopping);
        new Shutdown(file, progress).stop(parts);
        file.delete();
    }

    /** Stops one part if it runs, and starts it again on its data. */
    public void restart(String name, Progress progress) {
        Part part = part(name);
        if (file.read().isEmpty()) {
            throw new ServerFailure("Consilium is not running: start it with ./consilium up.");
        }
        file.change(state -> state.part(name)
                .map(entry -> state.with(entry.at(State.Stage.RESTARTING)))
                .orElse(state));
        Shutdown shutdown = new Shutdown(file, progress);
        shutdown.stopOne(part);
        new Startup(home, file, progress).start(List.of(part.withoutNeeds()));
    }

    /** Every part as it is now, asked at the same time. */
    public List<PartStatus> status() {
        Optional<State> state = file.read();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<CompletableFuture<PartStatus>> answers = parts.stream()
                    .map(part -> CompletableFuture.supplyAsync(
                            () -> status(part, state.flatMap(known -> known.part(part.name()))), threads))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    /** The log of a part. */
    public Path log(String name) {
        return home.log(part(name).name());
    }

    /** Blocks while all parts run; then the name of one that has ended by itself, or nothing after a stop. */
    public Optional<String> awaitEnd() {
        while (true) {
            Optional<State> state = file.read();
            if (state.isEmpty() || state.get().phase() == State.Phase.STOPPING) {
                return Optional.empty();
            }
            Optional<Entry> ended = state.get().parts().stream()
                    .filter(entry -> entry.stage() != State.Stage.RESTARTING
                            && !entry.process().isAlive())
                    .findFirst();
            if (ended.isPresent()) {
                return ended.map(Entry::name);
            }
            LockSupport.parkNanos(WATCH_INTERVAL.toNanos());
        }
    }

    private PartStatus status(Part part, Optional<Entry> entry) {
        String log = home.log(part.name()).toString();
        if (entry.isEmpty() || !entry.get().process().isAlive()) {
            return new PartStatus(part.name(), part.url(), null, PartStatus.Condition.stopped, log);
        }
        PartStatus.Condition condition =
                part.ready().getAsBoolean() ? PartStatus.Condition.ready : PartStatus.Condition.starting;
        return new PartStatus(part.name(), part.url(), entry.get().pid(), condition, log);
    }

    private Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ServerFailure("There is no part called %s: choose one of %s."
                        .formatted(
                                name,
                                String.join(", ", parts.stream().map(Part::name).toList()))));
    }
}
