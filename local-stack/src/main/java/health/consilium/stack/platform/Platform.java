package health.consilium.stack.platform;

import health.consilium.stack.KeycloakServer;
import health.consilium.stack.ProcessLock;
import health.consilium.stack.ServerFailure;
import health.consilium.stack.platform.State.Entry;
import health.consilium.stack.platform.State.Phase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The platform of one home folder: all parts together, or one of them. One command at a time changes it. */
public final class Platform {
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(5);

    private final Home home;
    private final Ports ports;
    private final StateFile file;
    private final ProcessLock turn;
    private final List<Part> parts;
    private volatile @Nullable Startup startup;

    private Platform(Home home, Ports ports, Services services) {
        this.home = home;
        this.ports = ports;
        this.file = new StateFile(home.state());
        this.turn = ProcessLock.on(home.turn());
        this.parts = Parts.of(home, ports, services);
    }

    /** The running platform with the ports it was started on, or a new one on the chosen ports. */
    public static Platform of(Home home, Ports chosen, Path repository) {
        return of(home, chosen, Services.built(repository, home.apps()));
    }

    static Platform of(Home home, Ports chosen, Services services) {
        Ports ports = new StateFile(home.state())
                .read()
                .filter(State::isAlive)
                .map(state -> new Ports(state.ports()))
                .orElse(chosen);
        return new Platform(home, ports, services);
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

    /** Whether another command starts, stops or restarts parts now. */
    public boolean isChanging() {
        return turn.isTakenElsewhere();
    }

    /** Whether this command has started parts, and nobody has to stop others'. */
    public boolean isStartedHere() {
        return startup != null;
    }

    /**
     * Starts all parts, each as soon as those it needs are ready, and then does what comes last; when anything of it
     * fails, all is stopped. Fresh means without the data there was.
     */
    public void start(boolean fresh, Progress progress, Runnable last) {
        inTurn(PATIENCE, () -> {
            if (isUp()) {
                throw new ServerFailure("Consilium is running already: stop it first with ./consilium down.");
            }
            ports.requireFree();
            home.requireSpace();
            if (fresh) {
                home.forgetData();
            }
            home.createData();
            file.write(State.empty(ports));
            Startup begun = new Startup(home, file, progress, parts);
            startup = begun;
            try {
                begun.run(last);
                file.change(State::up);
            } catch (RuntimeException e) {
                stopAll(progress);
                throw e;
            }
        });
    }

    /** Stops all parts, each as soon as those that need it have stopped; a start under way anywhere is ended. */
    public void stop(Progress progress) {
        file.change(State::stopping);
        Startup begun = startup;
        if (begun != null) {
            begun.giveUp();
        }
        Instant end = Instant.now().plus(LONG_PATIENCE);
        while (!turn.acquire(PATIENCE)) {
            if (Instant.now().isAfter(end)) {
                throw busy();
            }
            file.change(State::stopping);
        }
        try {
            stopAll(progress);
        } finally {
            turn.release();
        }
    }

    /** Stops one part if it runs, and starts it again on its data. */
    public void restart(String name, Progress progress) {
        Part part = part(name);
        requireUp();
        inTurn(LONG_PATIENCE, () -> {
            requireUp();
            Shutdown shutdown = new Shutdown(home, file, progress);
            shutdown.stopOne(part);
            try {
                new Startup(home, file, progress, List.of(part.withoutNeeds())).run(() -> {});
            } catch (RuntimeException e) {
                shutdown.stopOne(part);
                throw e;
            }
        });
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
            if (state.isEmpty() || state.get().isStopping()) {
                return Optional.empty();
            }
            // a part that another command restarts is missing for a while
            if (!state.get().ended().isEmpty() && !isChanging()) {
                Optional<State> settled = file.read().filter(now -> !now.isStopping());
                if (settled.isEmpty() || !settled.get().ended().isEmpty()) {
                    return settled.map(now -> now.ended().getFirst());
                }
            }
            LockSupport.parkNanos(WATCH_INTERVAL.toNanos());
        }
    }

    private synchronized void stopAll(Progress progress) {
        file.change(State::stopping);
        new Shutdown(home, file, progress).stop(parts);
        file.delete();
    }

    private void inTurn(Duration patience, Runnable work) {
        if (!turn.acquire(patience)) {
            throw busy();
        }
        try {
            work.run();
        } finally {
            turn.release();
        }
    }

    private ServerFailure busy() {
        Phase phase = file.read().map(State::phase).orElse(Phase.STARTING);
        return new ServerFailure(
                switch (phase) {
                    case STARTING ->
                        "Consilium is being started by another command: wait for it, or end it with ./consilium down.";
                    case STOPPING -> "Consilium is being stopped by another command: wait until it has stopped.";
                    case UP -> "A part of Consilium is being restarted by another command: wait for it.";
                });
    }

    private void requireUp() {
        if (!isUp()) {
            throw new ServerFailure("Consilium is not running: start it with ./consilium up.");
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
