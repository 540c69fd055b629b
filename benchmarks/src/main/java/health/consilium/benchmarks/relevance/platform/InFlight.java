package health.consilium.benchmarks.relevance.platform;

import health.consilium.stack.ServerFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same with many things, a few at a time. */
public final class InFlight {
    private InFlight() {}

    /** The results in the order of the things; the first failure ends it all. */
    public static <T, R> List<R> map(List<T> things, int atOnce, Function<T, R> work) {
        try (ExecutorService workers =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            List<Future<R>> pending = things.stream()
                    .map(thing -> workers.submit(() -> work.apply(thing)))
                    .toList();
            try {
                List<R> results = new ArrayList<>();
                for (Future<R> one : pending) {
                    results.add(one.get());
                }
                return results;
            } catch (ExecutionException failure) {
                workers.shutdownNow();
                throw failure.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(failure.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted.", e);
        }
    }
}
