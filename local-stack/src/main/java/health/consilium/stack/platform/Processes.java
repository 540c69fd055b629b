package health.consilium.stack.platform;

import health.consilium.stack.KeycloakServer;
import health.consilium.stack.ProcessLock;
import health.consilium.stack.ServerFailure;
import health.consilium.stack.compose.Command;
import health.consilium.stack.platform.State.Entry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The parts as processes of this machine. */
final class Processes implements Host {
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(500);

    private final Home home;
    private final Ports ports;
    private final StateFile file;
    private final List<Part> parts;
    private volatile @Nullable Startup startup;

    Processes(Home home, Ports ports, Services services) {
        this.home = home;
        this.ports = ports;
        this.file = new StateFile(home.state());
        this.parts = Parts.of(home, ports, services);
    }

    @Override
    public List<String> parts() {
        return parts.stream().map(Part::name).toList();
    }

    @Override
    public URI issuer() {
        return KeycloakServer.issuer(ports.of(Port.KEYCLOAK));
    }

    @Override
    public String signIn() {
        return ports.http(Port.KEYCLOAK) + "   (admin console: admin/admin)";
    }

    @Override
    public Path samplesMarker() {
        return home.data("samples");
    }

    @Override
    public State begin() {
        return State.empty(ports);
    }

    @Override
    public boolean isAlive() {
        return file.read().filter(State::isAlive).isPresent();
    }

    @Override
    public void prepare(boolean fresh) {
        ports.requireFree();
        home.requireSpace();
        if (fresh) {
            home.forgetData();
        }
        home.createData();
    }

    @Override
    public void start(Progress progress, Runnable last) {
        Startup begun = new Startup(home, file, progress, parts);
        startup = begun;
        begun.run(last);
    }

    @Override
    public void giveUp() {
        Startup begun = startup;
        if (begun != null) {
            begun.giveUp();
        }
    }

    @Override
    public void stop(Progress progress) {
        new Shutdown(home, file, progress).stop(parts);
    }

    @Override
    public void restart(String name, Progress progress) {
        Part part = part(name);
        Shutdown shutdown = new Shutdown(home, file, progress);
        shutdown.stopOne(part);
        try {
            new Startup(home, file, progress, List.of(part.withoutNeeds())).run(() -> {});
        } catch (RuntimeException e) {
            shutdown.stopOne(part);
            throw e;
        }
    }

    /** Asked at the same time. */
    @Override
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

    @Override
    public Path log(String part) {
        return home.log(part);
    }

    @Override
    public Process showLog(String part, int lines, boolean follow) {
        Path log = log(part);
        if (!Files.exists(log)) {
            throw new ServerFailure("%s has no log yet (%s): start it with ./consilium up.".formatted(part, log));
        }
        List<String> tail = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            tail.add("-f");
        }
        tail.add(log.toString());
        return Command.of(tail).show();
    }

    /** Every part is needed: the first that has ended by itself ends all. */
    @Override
    public Optional<String> awaitEnd(Progress progress) {
        ProcessLock turn = ProcessLock.on(home.turn());
        while (true) {
            Optional<State> state = file.read();
            if (state.isEmpty() || state.get().isStopping()) {
                return Optional.empty();
            }
            // a part that another command restarts is missing for a while
            if (!state.get().ended().isEmpty() && !turn.isTakenElsewhere()) {
                Optional<State> settled = file.read().filter(now -> !now.isStopping());
                if (settled.isEmpty() || !settled.get().ended().isEmpty()) {
                    return settled.map(now -> now.ended().getFirst());
                }
            }
            LockSupport.parkNanos(WATCH_INTERVAL.toNanos());
        }
    }

    private PartStatus status(Part part, Optional<Entry> entry) {
        String log = home.log(part.name()).toString();
        if (entry.isEmpty() || !entry.get().process().isAlive()) {
            return new PartStatus(part.name(), part.url(), null, List.of(), PartStatus.Condition.stopped, log);
        }
        PartStatus.Condition condition =
                part.ready().getAsBoolean() ? PartStatus.Condition.ready : PartStatus.Condition.starting;
        return new PartStatus(part.name(), part.url(), entry.get().pid(), List.of(), condition, log);
    }

    private Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
