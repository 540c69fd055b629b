package health.consilium.benchmarks.containers.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Threads that ask again and again until there is enough of it. */
public final class Load implements AutoCloseable {
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
    private volatile boolean enough;

    /** Readers that go on until this is closed, each with a pause after an answer. */
    public void read(int readers, Duration pause, Reads reads, Tally tally) {
        for (int reader = 0; reader < readers; reader++) {
            repeat(() -> {
                tally.ask(reads.next(), 200);
                LockSupport.parkNanos(pause.toNanos());
            });
        }
    }

    /** Does this over and over until this is closed. */
    public void repeat(Runnable work) {
        threads.execute(() -> {
            while (!enough) {
                work.run();
            }
        });
    }

    /** This many reads, by so many readers at once. */
    public static void read(int number, int readers, Reads reads, Tally tally) {
        AtomicInteger left = new AtomicInteger(number);
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            for (int reader = 0; reader < readers; reader++) {
                threads.execute(() -> {
                    while (left.getAndDecrement() > 0) {
                        tally.ask(reads.next(), 200);
                    }
                });
            }
        }
    }

    /** Lets requests that are under way be answered. */
    @Override
    public void close() {
        enough = true;
        threads.close();
    }
}
