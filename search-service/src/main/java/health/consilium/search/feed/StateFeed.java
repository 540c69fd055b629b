package health.consilium.search.feed;

import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.SearchIndexUnavailable;
import health.consilium.search.message.StateMessages;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/** Feeds the index on its own thread for as long as the service runs, through Kafka's outages. */
final class StateFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StateFeed.class);
    private static final long PAUSE_MS = 1_000;

    private final KafkaClients clients;
    private final SearchIndex index;
    private final StateMessages messages;
    private final FeedProgress progress;
    private final FeedMetrics metrics;
    private final ApplicationEventPublisher events;
    private volatile CountDownLatch stop = new CountDownLatch(0);
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable Thread thread;
    private boolean complained;

    StateFeed(
            KafkaClients clients,
            SearchIndex index,
            StateMessages messages,
            FeedProgress progress,
            FeedMetrics metrics,
            ApplicationEventPublisher events) {
        this.clients = clients;
        this.index = index;
        this.messages = messages;
        this.progress = progress;
        this.metrics = metrics;
        this.events = events;
    }

    @Override
    public void start() {
        stop = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("search-feed").start(this::run);
    }

    @Override
    public void stop() {
        stop.countDown();
        Consumer<byte[], byte[]> waiting = consumer;
        if (waiting != null) {
            waiting.wakeup();
        }
        join();
    }

    @Override
    public boolean isRunning() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    private void run() {
        try (DeadLetters deadLetters = new DeadLetters(clients, clients.settings())) {
            BatchReader reader = new BatchReader(messages, deadLetters, metrics);
            while (isWanted()) {
                followUntilDisconnected(reader);
                pause();
            }
        } catch (Throwable failed) {
            log.error("The feed stopped; restart the service to go on from the index's last commit.", failed);
            AvailabilityChangeEvent.publish(events, failed, LivenessState.BROKEN);
        } finally {
            progress.unreachable();
        }
    }

    private void followUntilDisconnected(BatchReader reader) {
        try {
            follow(reader);
        } catch (SearchIndexUnavailable failed) {
            progress.unreachable();
            complain(failed);
        } catch (KafkaException failed) {
            progress.unreachable();
            // what fails while partitions come or go arrives wrapped
            if (failed.getCause() instanceof SearchIndexUnavailable unavailable) {
                complain(unavailable);
            } else {
                log.warn("The connection to Kafka failed and is made anew", failed);
            }
        }
    }

    private void follow(BatchReader reader) {
        try (Consumer<byte[], byte[]> connected = clients.consumer(index.feedingGroup())) {
            consumer = connected;
            FeedLoop loop = new FeedLoop(connected, index, reader, progress, clients.settings());
            while (isWanted()) {
                loop.step();
                complained = false;
                if (loop.isIdle()) {
                    pause();
                }
            }
        } catch (WakeupException stopping) {
            log.debug("Stopping");
        } catch (OffsetOutOfRangeException otherTopics) {
            log.warn(
                    "The topics are not those the index was read from: it is built anew. {}", otherTopics.getMessage());
            progress.forgetAll();
            index.reset();
        } finally {
            consumer = null;
        }
    }

    private void complain(SearchIndexUnavailable failed) {
        if (!complained) {
            log.warn("The index can't be fed just now; it is tried again and again.", failed);
        }
        complained = true;
    }

    private boolean isWanted() {
        return stop.getCount() > 0;
    }

    private void pause() {
        try {
            boolean stopping = stop.await(PAUSE_MS, TimeUnit.MILLISECONDS);
            log.trace("Stopping: {}", stopping);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop.countDown();
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
