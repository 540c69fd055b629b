package health.consilium.search.vector.background;

import health.consilium.search.feed.FeedProgress;
import health.consilium.search.index.SearchIndexUnavailable;
import health.consilium.search.message.StateMessages;
import health.consilium.search.vector.EmbeddingModel;
import health.consilium.search.vector.LoadedModel;
import health.consilium.search.vector.VectorState;
import health.consilium.search.vector.VectorWork;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Computes this replica's part of the documents' vectors on its own thread, through Kafka's outages. */
final class VectorWorker implements SmartLifecycle, VectorWork {

    private static final Logger log = LoggerFactory.getLogger(VectorWorker.class);
    private static final long PAUSE_MS = 1_000;

    private final VectorClients clients;
    private final StateMessages messages;
    private final KnownVectors known;
    private final LoadedModel loaded;
    private final FeedProgress feed;
    private final GroupBacklog backlog;
    private final WorkMetrics metrics;
    private volatile CountDownLatch stop = new CountDownLatch(0);
    private volatile boolean broken;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable Thread thread;

    VectorWorker(
            VectorClients clients,
            StateMessages messages,
            KnownVectors known,
            LoadedModel loaded,
            FeedProgress feed,
            GroupBacklog backlog,
            WorkMetrics metrics) {
        this.clients = clients;
        this.messages = messages;
        this.known = known;
        this.loaded = loaded;
        this.feed = feed;
        this.backlog = backlog;
        this.metrics = metrics;
    }

    @Override
    public boolean isBroken() {
        return broken;
    }

    @Override
    public OptionalLong backlog() {
        return backlog.records();
    }

    @Override
    public void start() {
        stop = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("search-vectors").start(this::run);
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
        try {
            TopicCreation topic = new TopicCreation(clients);
            while (isWanted() && loaded.state() != VectorState.FAILED) {
                EmbeddingModel model = loaded.ready().orElse(null);
                if (model != null && feed.isCaughtUp()) {
                    workUntilDisconnected(model, topic);
                }
                pause();
            }
        } catch (Throwable failed) {
            broken = true;
            log.error("This replica computes no more vectors until it is restarted.", failed);
        }
    }

    private void workUntilDisconnected(EmbeddingModel model, TopicCreation topic) throws InterruptedException {
        try {
            topic.ensure();
            if (knowsWhatIsThere()) {
                work(model);
            }
        } catch (WakeupException stopping) {
            log.debug("Stopping");
        } catch (KafkaException | SearchIndexUnavailable failed) {
            log.warn("Kafka or the index can't be reached; vectors wait", failed);
        } finally {
            consumer = null;
        }
    }

    private void work(EmbeddingModel model) {
        try (Connection connection = clients.connect()) {
            consumer = connection.consumer();
            connection.producer().initTransactions();
            VectorLoop loop = new VectorLoop(connection, batchWork(model), this::isWanted);
            while (isWanted() && knowsWhatIsThere()) {
                loop.step();
            }
        }
    }

    /** Before the index has read them, all vectors would seem to be missing. */
    private boolean knowsWhatIsThere() {
        return feed.isCaughtUp() && feed.hasReadVectors();
    }

    private BatchWork batchWork(EmbeddingModel model) {
        BackgroundSettings settings = clients.settings();
        Pace pace = new Pace(
                settings.busyShare(), settings.quietChangesPerSecond(), settings.quietLoad(), System.nanoTime());
        TextEmbedder embedder = new TextEmbedder(model, feed, pace, metrics, stop);
        return new BatchWork(messages, new DocumentWork(model, embedder, known, clients.topic(), metrics), metrics);
    }

    private boolean isWanted() {
        return stop.getCount() > 0;
    }

    private void pause() throws InterruptedException {
        boolean stopping = stop.await(PAUSE_MS, TimeUnit.MILLISECONDS);
        log.trace("Stopping: {}", stopping);
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
