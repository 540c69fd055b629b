package health.consilium.benchmarks.speed;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;

/** Changes one question after the other, so many a second, until it is closed. */
final class Updates implements AutoCloseable {
    /** Far apart, as changes are. */
    private static final int STEP = 1_009;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger sent = new AtomicInteger();
    private final Future<?> running;
    private final Producer<byte[], byte[]> producer;

    Updates(Questions questions, String servers, int perSecond) {
        this.producer = Questions.producer(servers);
        this.running = timer.scheduleAtFixedRate(
                () -> send(questions), 0, TimeUnit.SECONDS.toNanos(1) / perSecond, TimeUnit.NANOSECONDS);
    }

    private void send(Questions questions) {
        int number = sent.incrementAndGet();
        int size = questions.size();
        Future<?> kept = producer.send(questions.record((int) ((long) number * STEP % size), 1 + number / size));
        try {
            kept.get();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("An update was refused", refused);
        }
    }

    /** Fails if any update did. */
    void check() {
        if (running.isDone()) {
            throw new IllegalStateException("The updates ended after " + sent);
        }
    }

    @Override
    public void close() {
        timer.close();
        producer.close();
    }
}
