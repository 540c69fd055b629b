package health.consilium.stack.platform;

import health.consilium.stack.ProcessLock;
import health.consilium.stack.ServerFailure;
import health.consilium.stack.compose.Engine;
import health.consilium.stack.platform.State.Phase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The platform of one home folder: all parts together, or one of them. One command at a time changes it. */
public final class Platform {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(5);

    private final Ports ports;
    private final StateFile file;
    private final ProcessLock turn;
    private final Host host;
    private volatile boolean startedHere;

    private Platform(Home home, Ports ports, Host host) {
        this.ports = ports;
        this.file = new StateFile(home.state());
        this.turn = ProcessLock.on(home.turn());
        this.host = host;
    }

    /** The running platform with the ports it was started on, or a new one of processes on the chosen ports. */
    public static Platform of(Home home, Ports chosen, Path repository) {
        return running(home, repository)
                .orElseGet(() -> ofProcesses(home, chosen, Services.built(repository, home.apps())));
    }

    /** The running platform, or a new one of containers. */
    public static Platform ofContainers(Home home, Ports chosen, Path repository, ContainerOptions options) {
        return running(home, repository).orElseGet(() -> {
            ComposeSettings settings = ComposeSettings.of(options.environment(), home, chosen, repository);
            return new Platform(
                    home, chosen, new Containers(Engine.LOCAL, home, chosen, settings, repository, options));
        });
    }

    static Platform ofProcesses(Home home, Ports ports, Services services) {
        return new Platform(home, ports, new Processes(home, ports, services));
    }

    private static Optional<Platform> running(Home home, Path repository) {
        return new StateFile(home.state())
                .read()
                .map(state -> remembered(home, state, repository))
                .filter(Platform::isUp);
    }

    private static Platform remembered(Home home, State state, Path repository) {
        Ports ports = new Ports(state.ports());
        ComposeSettings settings = state.containers();
        return settings == null
                ? ofProcesses(home, ports, Services.built(repository, home.apps()))
                : new Platform(
                        home,
                        ports,
                        new Containers(Engine.LOCAL, home, ports, settings, repository, ContainerOptions.NONE));
    }

    public URI gateway() {
        return ports.http(Port.GATEWAY);
    }

    /** Who issues the tokens. */
    public URI issuer() {
        return host.issuer();
    }

    /** Where people sign in, and what has to be known for it. */
    public String signIn() {
        return host.signIn();
    }

    /** Remembers which sample content the data has. */
    public Path samplesMarker() {
        return host.samplesMarker();
    }

    /** Whether its parts are containers. */
    public boolean isInContainers() {
        return host instanceof Containers;
    }

    /** Whether any part runs. */
    public boolean isUp() {
        return file.read().isPresent() && host.isAlive();
    }

    /** Whether another command starts, stops or restarts parts now. */
    public boolean isChanging() {
        return turn.isTakenElsewhere();
    }

    /** Whether this command has started parts, and nobody has to stop others'. */
    public boolean isStartedHere() {
        return startedHere;
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
            host.prepare(fresh);
            file.write(host.begin());
            startedHere = true;
            try {
                host.start(progress, last);
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
        if (startedHere) {
            host.giveUp();
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
        requirePart(name);
        requireUp();
        inTurn(LONG_PATIENCE, () -> {
            requireUp();
            host.restart(name, progress);
        });
    }

    /** Every part as it is now. */
    public List<PartStatus> status() {
        return host.status();
    }

    /** The log of a part; a container's is written there when it stops. */
    public Path log(String name) {
        requirePart(name);
        return host.log(name);
    }

    /** Shows the end of a part's log, and what is added. */
    public Process showLog(String name, int lines, boolean follow) {
        requirePart(name);
        return host.showLog(name, lines, follow);
    }

    /** Blocks while all is as it should be; then the name of a part that has ended for good, or nothing after a stop. */
    public Optional<String> awaitEnd(Progress progress) {
        return host.awaitEnd(progress);
    }

    private synchronized void stopAll(Progress progress) {
        file.change(State::stopping);
        host.stop(progress);
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

    private void requirePart(String name) {
        if (!host.parts().contains(name)) {
            throw new ServerFailure(
                    "There is no part called %s: choose one of %s.".formatted(name, String.join(", ", host.parts())));
        }
    }
}
