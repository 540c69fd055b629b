package health.consilium.search.query;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.defaults.web.ChangeToken;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.SearchIndex;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Lets a reader wait until searches see a change; refreshes of the index wake it. */
@Component
final class Visibility {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** Another service may be the one that refreshes a shared index. */
    private static final Duration WHILE_OTHERS_FEED = Duration.ofMillis(20);

    private final SearchIndex index;
    private final long longestPause;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition refreshed = lock.newCondition();

    Visibility(SearchIndex index) {
        this.index = index;
        this.longestPause = (index.feedingGroup().isPresent() ? WHILE_OTHERS_FEED : LONGEST_WAIT).toNanos();
        index.onRefresh(this::wake);
    }

    /** Whether searches see the token's version or a later one, or that the document is gone since; within 2 s. */
    boolean await(String token) {
        ChangeToken change = ChangeToken.parse(token);
        DocumentKey key = new DocumentKey(type(change), change.id());
        long remaining = LONGEST_WAIT.toNanos();
        lock.lock();
        try {
            boolean visible = index.visibleVersion(key) >= change.version();
            while (!visible && remaining > 0) {
                long pause = Math.min(remaining, longestPause);
                remaining -= pause - Math.max(0, refreshed.awaitNanos(pause));
                visible = index.visibleVersion(key) >= change.version();
            }
            return visible;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private static DocumentType type(ChangeToken change) {
        return DocumentType.of(change.type())
                .orElseThrow(() -> new ProblemException(
                                ProblemTypes.INVALID_REQUEST, "This Change-Token names nothing that can be searched.")
                        .error("after", "is not a Change-Token of an article, a paper or a question"));
    }

    private void wake() {
        lock.lock();
        try {
            refreshed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
