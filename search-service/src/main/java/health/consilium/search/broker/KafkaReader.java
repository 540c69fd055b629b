package health.consilium.search.broker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/** Reads Kafka on its own thread for as long as the service runs, and connects anew when a connection fails. */
public abstract class KafkaReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KafkaReader.class);
    private static final long PAUSE_MS = 1_000;

    private final String name;
    private final ApplicationEventPublisher events;
    private volatile CountDownLatch stop = new CountDownLatch(0);
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable Thread thread;

    protected KafkaReader(String name, ApplicationEventPublisher events) {
        this.name = name;
        this.events = events;
    }

    /** Makes a connection. */
    protected abstract Consumer<byte[], byte[]> connect();

    /** Reads from a connection until it fails or nothing more is wanted. */
    protected abstract void follow(Consumer<byte[], byte[]> connected);

    /** A connection failed; a new one is made after a pause. */
    protected abstract void failed(KafkaException failure);

    /** Reading has ended, by a stop or for good. */
    protected abstract void ended();

    @Override
    public final void start() {
        stop = new CountDownLatch(1);
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    @Override
    public final void stop() {
        stop.countDown();
        Consumer<byte[], byte[]> waiting = consumer;
        if (waiting != null) {
            waiting.wakeup();
        }
        join();
    }

    /** Closing a connection takes up to half a second, so the readers of a service stop side by side. */
    @Override
    public final void stop(Runnable stopped) {
        Thread.ofVirtual().name(name + "-stop").start(() -> {
            try {
                stop();
            } finally {
                stopped.run();
            }
        });
    }

    @Override
    public final boolean isRunning() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    /** Whether to go on reading. */
    protected final boolean isWanted() {
        return stop.getCount() > 0;
    }

    /** Waits a second, or until reading is to stop. */
    protected final void pause() {
        try {
            boolean stopping = stop.await(PAUSE_MS, TimeUnit.MILLISECONDS);
            log.trace("Stopping: {}", stopping);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    private void run() {
        try {
            while (isWanted()) {
                followUntilDisconnected();
                pause();
            }
        } catch (Throwable failed) {
            log.error("The thread {} stopped; restart the service to go on from where it was.", name, failed);
            AvailabilityChangeEvent.publish(events, failed, LivenessState.BROKEN);
        } finally {
            ended();
        }
    }

    private void followUntilDisconnected() {
        try (Consumer<byte[], byte[]> connected = connect()) {
            consumer = connected;
            follow(connected);
        } catch (WakeupException stopping) {
            log.debug("Stopping");
        } catch (KafkaException failure) {
            failed(failure);
        } finally {
            consumer = null;
        }
    }

    private void join() {
        Thread running = thread;
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
