package health.consilium.stack.platform;

import health.consilium.stack.Readiness;
import health.consilium.stack.ServerFailure;
import health.consilium.stack.platform.State.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Starts parts at the same time where their needs allow; the first failure ends the others' waiting. */
final class Startup {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(250);

    private final Home home;
    private final StateFile file;
    private final Progress progress;
    private final List<Part> parts;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> ready = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable ServerFailure> failure = new AtomicReference<>();

    Startup(Home home, StateFile file, Progress progress, List<Part> parts) {
        this.home = home;
        this.file = file;
        this.progress = progress;
        this.parts = parts;
    }

    /** Returns when all are ready and what comes last is done; parts come after those they need. */
    void run(Runnable last) {
        Map<String, CompletableFuture<Void>> starts = new HashMap<>();
        try (threads) {
            for (Part part : parts) {
                CompletableFuture<?>[] needs =
                        part.needs().stream().map(starts::get).toArray(CompletableFuture[]::new);
                starts.put(part.name(), CompletableFuture.allOf(needs).thenRunAsync(() -> start(part), threads));
            }
            watch(CompletableFuture.allOf(starts.values().toArray(CompletableFuture[]::new))
                    .thenRunAsync(() -> attempt("gateway", last), threads));
        }
        ServerFailure first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    /** Ends a start under way; returns when nothing more is being started. */
    void giveUp() {
        fail(new ServerFailure("The start was given up."));
        threads.close();
    }

    /** Meanwhile a part that was ready may end, or another command may stop everything. */
    private void watch(CompletableFuture<Void> all) {
        boolean done = false;
        while (!done && failure.get() == null) {
            try {
                all.get(WATCH_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                done = true;
            } catch (TimeoutException e) {
                // then look again
            } catch (ExecutionException | InterruptedException e) {
                fail(new ServerFailure("Consilium did not start: %s.".formatted(e.getMessage()), e));
            }
            whyToStop().ifPresent(this::fail);
        }
    }

    private Optional<ServerFailure> whyToStop() {
        Optional<State> state = file.read();
        if (state.isEmpty() || state.get().isStopping()) {
            return Optional.of(new ServerFailure("The start was ended by ./consilium down."));
        }
        return state.get().ended().stream()
                .filter(ready::contains)
                .map(ended -> new ServerFailure("%s has stopped unexpectedly: see %s, then run ./consilium up again."
                        .formatted(ended, home.log(ended))))
                .findFirst();
    }

    private void start(Part part) {
        attempt(part.name(), () -> {
            try {
                startAndAwait(part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Whatever is thrown becomes one sentence that names the part, its log and the remedy. */
    private void attempt(String name, Runnable work) {
        try {
            if (failure.get() == null) {
                work.run();
            }
        } catch (ServerFailure e) {
            fail(e);
        } catch (RuntimeException | Error e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            fail(new ServerFailure(
                    "%s could not be started (%s): see %s, then run ./consilium up again."
                            .formatted(name, cause, home.log(name)),
                    e));
        }
    }

    private void startAndAwait(Part part) throws IOException {
        Instant begin = Instant.now();
        String name = part.name();
        progress.starting(name);
        home.rotateLog(name);
        Part.Started started = part.start().start(note -> progress.note(name, note));
        Entry entry = record(part, started);
        if (!Readiness.await(
                started.process(),
                LIMIT,
                () -> failure.get() != null || part.ready().getAsBoolean())) {
            throw whyToStop().orElseGet(() -> notReady(name, started.process()));
        }
        if (failure.get() == null) {
            started.completion().run();
            file.change(state -> state.with(entry.at(State.Stage.READY)));
            ready.add(name);
            progress.ready(name, part.url(), Duration.between(begin, Instant.now()));
        }
    }

    /** A process that nobody would know of may not live. */
    private Entry record(Part part, Part.Started started) {
        Entry entry = Entry.of(part.name(), started);
        boolean recorded = false;
        try {
            recorded = file.change(state -> state.with(entry)).isPresent();
        } finally {
            if (!recorded) {
                entry.process().stop(part.stop(), Duration.ZERO);
            }
        }
        return entry;
    }

    private ServerFailure notReady(String name, ProcessHandle process) {
        return new ServerFailure((process.isAlive()
                        ? "%s was not ready in time: see %s, then run ./consilium up again."
                        : "%s stopped while it was starting: see %s, then run ./consilium up again.")
                .formatted(name, home.log(name)));
    }

    private void fail(ServerFailure cause) {
        failure.compareAndSet(null, home.isFull() ? withFullDisk(cause) : cause);
        threads.shutdownNow();
    }

    private static ServerFailure withFullDisk(ServerFailure cause) {
        String sentence = String.valueOf(cause.getMessage()).replaceFirst("\\.$", "");
        return new ServerFailure(sentence + "; the disk is full, so free some space first.", cause);
    }
}
