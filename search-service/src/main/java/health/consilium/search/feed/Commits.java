package health.consilium.search.feed;

import health.consilium.search.index.FedIndex;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Makes the index durable now and then, beside the feed, one commit at a time. */
final class Commits {

    private final FedIndex index;
    private final FeedSettings settings;
    private final FeedMetrics metrics;
    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);
    private int waiting;
    private long firstWaitingSince;
    private boolean hurried;

    Commits(FedIndex index, FeedSettings settings, FeedMetrics metrics) {
        this.index = index;
        this.settings = settings;
        this.metrics = metrics;
    }

    void applied(int messages, long now) {
        if (waiting == 0) {
            firstWaitingSince = now;
        }
        waiting += messages;
    }

    /** Commits at the next opportunity, so that what was just done elsewhere is not repeated after a crash. */
    void hurry() {
        hurried = true;
    }

    /** Nanoseconds until the next commit is due. */
    long due(long now) {
        if (waiting == 0) {
            return Long.MAX_VALUE;
        }
        boolean atOnce = hurried || waiting >= settings.commitAfter();
        return atOnce
                ? 0
                : Math.max(0, firstWaitingSince + settings.commitInterval().toNanos() - now);
    }

    /** Starts a commit when one is due and none is running; passes on the failure of the last. */
    void commitIfDue(long now) {
        if (!running.isDone()) {
            return;
        }
        finish();
        if (due(now) == 0) {
            waiting = 0;
            hurried = false;
            running = CompletableFuture.runAsync(
                    () -> metrics.commit(index::commit),
                    work -> Thread.ofPlatform().name("search-commit").start(work));
        }
    }

    /** Waits for a commit that is under way; passes on its failure. */
    void finish() {
        try {
            running.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
