package health.consilium.stack.platform;

import health.consilium.stack.Readiness;
import health.consilium.stack.ServerFailure;
import health.consilium.stack.platform.State.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Starts parts at the same time where their needs allow; the first failure ends the others' waiting. */
final class Startup {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Home home;
    private final StateFile file;
    private final Progress progress;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicReference<@Nullable ServerFailure> failure = new AtomicReference<>();

    Startup(Home home, StateFile file, Progress progress) {
        this.home = home;
        this.file = file;
        this.progress = progress;
    }

    /** Returns when all are ready; parts come after those they need. */
    void start(List<Part> parts) {
        Map<String, CompletableFuture<Void>> ready = new HashMap<>();
        try (threads) {
            for (Part part : parts) {
                CompletableFuture<?>[] needs =
                        part.needs().stream().map(ready::get).toArray(CompletableFuture[]::new);
                ready.put(part.name(), CompletableFuture.allOf(needs).thenRunAsync(() -> start(part), threads));
            }
            CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            ServerFailure first = failure.get();
            throw first != null ? first : new ServerFailure("Consilium did not start.", e);
        }
    }

    /** Ends a start under way; returns when nothing more is being started. */
    void giveUp() {
        failure.compareAndSet(null, new ServerFailure("The start was given up."));
        threads.shutdownNow();
        threads.close();
    }

    private void start(Part part) {
        try {
            startAndAwait(part);
        } catch (IOException e) {
            throw fail(new ServerFailure("%s could not be started: %s.".formatted(part.name(), e.getMessage()), e));
        } catch (ServerFailure e) {
            throw fail(e);
        }
    }

    private void startAndAwait(Part part) throws IOException {
        Instant begin = Instant.now();
        String name = part.name();
        progress.starting(name);
        home.rotateLog(name);
        Part.Started started = part.start().start(note -> progress.note(name, note));
        Entry entry = Entry.of(name, started);
        file.change(state -> state.with(entry));
        if (!Readiness.await(
                started.process(),
                LIMIT,
                () -> failure.get() != null || part.ready().getAsBoolean())) {
            throw notReady(name, started.process());
        }
        if (failure.get() == null) {
            file.change(state -> state.with(entry.at(State.Stage.READY)));
            progress.ready(name, part.url(), Duration.between(begin, Instant.now()));
        }
    }

    private ServerFailure notReady(String name, ProcessHandle process) {
        Path log = home.log(name);
        return process.isAlive()
                ? new ServerFailure("%s was not ready after %d s: see %s, then run ./consilium up again."
                        .formatted(name, LIMIT.toSeconds(), log))
                : new ServerFailure("%s stopped while it was starting: see %s, then run ./consilium up again."
                        .formatted(name, log));
    }

    private ServerFailure fail(ServerFailure cause) {
        failure.compareAndSet(null, cause);
        threads.shutdownNow();
        return cause;
    }
}
