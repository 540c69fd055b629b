package health.consilium.search.feed;

import health.consilium.search.index.FedIndex;
import health.consilium.search.index.SourcePartition;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection's reading: poll, apply, refresh, commit, and again. */
final class FeedLoop {

    private static final Logger log = LoggerFactory.getLogger(FeedLoop.class);
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(500);

    private final Consumer<byte[], byte[]> consumer;
    private final FedIndex index;
    private final BatchReader reader;
    private final FeedProgress progress;
    private final FeedMetrics metrics;
    private final Assignment assignment;
    private final RefreshPolicy refreshes;
    private final Commits commits;
    private boolean drained;

    FeedLoop(
            Consumer<byte[], byte[]> consumer,
            FedIndex index,
            BatchReader reader,
            FeedProgress progress,
            FeedSettings settings) {
        long now = System.nanoTime();
        this.consumer = consumer;
        this.index = index;
        this.reader = reader;
        this.progress = progress;
        this.metrics = reader.metrics();
        this.assignment = new Assignment(consumer, index, reader.sources().topics(), progress, settings, now);
        this.refreshes = new RefreshPolicy(settings.refreshInterval(), settings.loneChangesPerSecond(), now);
        this.commits = new Commits(index, settings, metrics);
    }

    /** Does what is to be done now, waiting for messages no longer than until something else is due. */
    void step() {
        assignment.lookAfter(System.nanoTime());
        if (!assignment.isEmpty()) {
            apply(consumer.poll(Duration.ofNanos(patience(System.nanoTime()))));
            drained = assignment.isDrained();
        }
        if (refreshes.due(drained, System.nanoTime()) == 0) {
            refresh();
        }
        if (progress.startsToBeCaughtUp()) {
            log.info("Caught up with Kafka at {} of {} messages", progress.read(), progress.ends());
            assignment.caughtUp(System.nanoTime());
        }
        commits.commitIfDue(System.nanoTime());
    }

    /** Whether no partition is there to wait for messages in. */
    boolean isIdle() {
        return assignment.isEmpty();
    }

    /** Whether everything that was there when it was looked for has been read, vectors included. */
    boolean hasReadAll() {
        return progress.isReachable() && assignment.isComplete() && progress.hasReachedTargets();
    }

    /** Has {@link #hasReadAll()} mean these offsets, or everything that is there now; tells how many messages it is. */
    long aimAt(Optional<Map<SourcePartition, Long>> offsets) {
        assignment.aimAt(offsets);
        return progress.ends() - progress.read();
    }

    /** Waits for what runs beside this thread. */
    void finish() {
        commits.finish();
    }

    private long patience(long now) {
        long housekeeping = Math.min(assignment.due(now), commits.due(now));
        return Math.min(LONGEST_WAIT, Math.min(housekeeping, refreshes.due(drained, now)));
    }

    private void apply(ConsumerRecords<byte[], byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        Batch batch = reader.read(records);
        metrics.applied(index.apply(batch.changes(), batch.next()));
        long now = System.nanoTime();
        batch.times().forEach((partition, times) -> progress.applied(partition, times.oldest(), times.newest()));
        batch.stuck().forEach((partition, offset) -> assignment.hold(partition, offset, now));
        progress.applied(batch.states());
        refreshes.applied(batch.states(), now);
        refreshes.appliedVectors(batch.changes().size() - batch.states());
        commits.applied(records.count(), now);
        if (batch.deadLetters() > 0) {
            commits.hurry();
        }
    }

    private void refresh() {
        long started = System.nanoTime();
        metrics.refresh(index::refresh);
        refreshes.refreshed(started, System.nanoTime());
        progress.refreshed();
    }
}
