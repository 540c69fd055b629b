package health.consilium.benchmarks.outbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.core.task.AsyncTaskExecutor;

/** Spring Boot's usual eight threads; while it is off, tasks vanish, as they do in a crash right after the commit. */
final class SwitchableExecutor implements AsyncTaskExecutor, AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private volatile boolean on;

    void turn(boolean value) {
        on = value;
    }

    @Override
    public void execute(Runnable task) {
        if (on) {
            threads.execute(task);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
