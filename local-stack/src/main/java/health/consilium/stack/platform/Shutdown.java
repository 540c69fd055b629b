package health.consilium.stack.platform;

import health.consilium.stack.platform.State.Entry;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stops parts in the reverse of the order in which they need one another. */
final class Shutdown {
    private static final Duration GRACE = Duration.ofSeconds(25);
    private static final Duration TRAINING_GRACE = Duration.ofMinutes(4);

    private final Home home;
    private final StateFile file;
    private final Progress progress;

    Shutdown(Home home, StateFile file, Progress progress) {
        this.home = home;
        this.file = file;
        this.progress = progress;
    }

    /** Returns when all have stopped. */
    void stop(List<Part> parts) {
        Map<String, CompletableFuture<Void>> stopped = new HashMap<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (Part part : parts.reversed()) {
                CompletableFuture<?>[] dependents = parts.stream()
                        .filter(other -> other.needs().contains(part.name()))
                        .map(other -> stopped.get(other.name()))
                        .toArray(CompletableFuture[]::new);
                stopped.put(
                        part.name(), CompletableFuture.allOf(dependents).thenRunAsync(() -> stopOne(part), threads));
            }
            CompletableFuture.allOf(stopped.values().toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    /** Stops the part if it runs; its entry in the state stays. */
    void stopOne(Part part) {
        Optional<Entry> entry = file.read().flatMap(state -> state.part(part.name()));
        if (entry.isEmpty() || !entry.get().process().isAlive()) {
            return;
        }
        boolean training = entry.get().training();
        boolean trained = training && entry.get().stage() != State.Stage.STARTING;
        progress.stopping(part.name(), trained);
        boolean byItself = entry.get().process().stop(part.stop(), grace(training, trained));
        if (trained && byItself) {
            keepCache(part.name());
        }
        progress.stopped(part.name(), byItself);
    }

    private void keepCache(String part) {
        try {
            AotCache.keep(home.apps(), part);
        } catch (IOException e) {
            progress.note(part, "its start-up cache could not be kept (%s)".formatted(e.getMessage()));
        }
    }

    /** A start that was broken off must not become the cache of all later ones: the JVM needs no time to write it. */
    private static Duration grace(boolean training, boolean trained) {
        return training ? trained ? TRAINING_GRACE : Duration.ZERO : GRACE;
    }
}
