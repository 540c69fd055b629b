package health.consilium.defaults.notes;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds whoever passes while a test has it closed. */
public final class Gate {

    private static final long PATIENCE_SECONDS = 14;

    private volatile CountDownLatch opened = new CountDownLatch(0);
    private volatile CountDownLatch arrived = new CountDownLatch(0);

    /** From now on the next one to pass is held. */
    public void close() {
        arrived = new CountDownLatch(1);
        opened = new CountDownLatch(1);
    }

    /** Waits until somebody stands at the closed gate. */
    public void awaitArrival() {
        await(arrived, "nobody came to the gate");
    }

    public void open() {
        opened.countDown();
    }

    /** Goes through an open gate, or waits for a closed one to open. */
    public void pass() {
        arrived.countDown();
        await(opened, "nobody opened the gate");
    }

    private static void await(CountDownLatch latch, String otherwise) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(otherwise);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(otherwise, stopped);
        }
    }
}
