package health.consilium.defaults.outbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.replication.LogSequenceNumber;

/**
 * The transactions whose messages Kafka has not acknowledged yet, oldest first. One thread reads and adds; Kafka's
 * thread acknowledges; a timer asks how far everything is acknowledged.
 */
final class InFlight {

    private final Semaphore room;
    private final int capacity;
    private final Deque<Transaction> ended = new ArrayDeque<>();
    private Transaction open = new Transaction();

    InFlight(int capacityBytes) {
        this.capacity = capacityBytes;
        this.room = new Semaphore(capacityBytes);
    }

    /** Waits for room for a message of this size; {@code false} when there is none yet. */
    boolean reserve(int bytes) throws InterruptedException {
        return room.tryAcquire(Math.min(bytes, capacity), 5, TimeUnit.SECONDS);
    }

    /** Adds a message to the transaction being read; run the answer when Kafka has it. */
    synchronized Runnable add(int bytes) {
        Transaction transaction = open;
        transaction.unacknowledged.incrementAndGet();
        return () -> {
            transaction.unacknowledged.decrementAndGet();
            room.release(Math.min(bytes, capacity));
        };
    }

    synchronized void endTransaction(LogSequenceNumber end) {
        open.end = end;
        ended.add(open);
        open = new Transaction();
    }

    /** The end of the newest transaction up to which everything is acknowledged; {@code null} when that has not moved. */
    synchronized @Nullable LogSequenceNumber acknowledged() {
        LogSequenceNumber last = null;
        while (!ended.isEmpty() && ended.getFirst().unacknowledged.get() == 0) {
            last = ended.removeFirst().end;
        }
        return last;
    }

    /** Whether Kafka has everything that was read. */
    synchronized boolean isEmpty() {
        return ended.isEmpty() && open.unacknowledged.get() == 0;
    }

    private static final class Transaction {

        private final AtomicInteger unacknowledged = new AtomicInteger();
        private LogSequenceNumber end = LogSequenceNumber.INVALID_LSN;
    }
}
