package health.consilium.acceptance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on many things a few at a time. */
final class Parallel {
    private static final int AT_ONCE = 16;

    private Parallel() {}

    /** The results in the order of the things; the first failure is thrown. */
    static <T, R> List<R> map(Collection<T> things, Function<T, R> work) {
        List<Callable<R>> tasks = new ArrayList<>();
        things.forEach(thing -> tasks.add(() -> work.apply(thing)));
        return all(tasks, AT_ONCE);
    }

    /** Runs the tasks, so many at once. */
    static <R> List<R> all(List<Callable<R>> tasks, int atOnce) {
        try (ExecutorService executor = Executors.newFixedThreadPool(atOnce)) {
            List<R> results = new ArrayList<>();
            for (Future<R> result : executor.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
