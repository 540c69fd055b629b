package health.consilium.search.rebuild;

import health.consilium.search.feed.FeedProgress;
import health.consilium.search.feed.Filling;
import health.consilium.search.index.IndexOrigin;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.NextIndex;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.SearchIndexUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what rebuilds this replica has to do, one at a time; one step follows the other on one thread. */
final class RebuildWork {

    private static final Logger log = LoggerFactory.getLogger(RebuildWork.class);
    private static final Duration RECENT = Duration.ofMinutes(1);

    private final Rebuilds rebuilds;
    private final RebuildRequests requests;
    private final Reports reports;
    private final SearchIndex index;
    private final IndexRecipe recipe;
    private final Filling filling;
    private final FeedProgress feed;
    private final RebuildMetrics metrics;
    private final Instant since = Instant.now();
    private boolean compared;

    RebuildWork(
            Rebuilds rebuilds,
            RebuildRequests requests,
            Reports reports,
            SearchIndex index,
            IndexRecipe recipe,
            Filling filling,
            FeedProgress feed,
            RebuildMetrics metrics) {
        this.rebuilds = rebuilds;
        this.requests = requests;
        this.reports = reports;
        this.index = index;
        this.recipe = recipe;
        this.filling = filling;
        this.feed = feed;
        this.metrics = metrics;
    }

    /** Rebuilds the index when that is wanted; returns when nothing is to be done just now. */
    void step(Turn turn) throws InterruptedException {
        if (!rebuilds.isComplete() || !turn.isMine()) {
            return;
        }
        try {
            reports.tellTheRest();
            IndexOrigin origin = index.origin();
            compare(origin);
            List<Rebuild> open = rebuilds.openTo(reports.replica(), origin.begun());
            if (!open.isEmpty() && feed.isCaughtUp()) {
                rebuild(open, turn);
            } else if (!open.isEmpty()) {
                reports.waiting(open);
            }
            sayWhatIsFulfilled();
        } catch (KafkaException | SearchIndexUnavailable away) {
            log.warn("The index can't be rebuilt just now; it is tried again", away);
        }
    }

    /** Once after the start: an index that is not made as we make indices is to be rebuilt. */
    private void compare(IndexOrigin origin) throws InterruptedException {
        Reason reason = difference(origin.recipe());
        boolean asked = rebuilds.openTo(reports.replica(), origin.begun()).stream()
                .anyMatch(rebuild -> rebuild.request().reason() != Reason.REQUEST);
        if (!compared && reason != null && !asked) {
            log.info("The index was made with another {}: it serves on, and is rebuilt beside", reason.value());
            requests.ask(reason, reports.replica());
        }
        compared = true;
    }

    private @Nullable Reason difference(IndexRecipe made) {
        if (made.hasOtherVectorsThan(recipe)) {
            return Reason.MODEL;
        }
        return made.analysis().equals(recipe.analysis()) ? null : Reason.ANALYSIS;
    }

    private void rebuild(List<Rebuild> open, Turn turn) {
        reports.started(open);
        metrics.started();
        try (NextIndex next = index.next(open.getFirst().request().requestedAt())) {
            if (filling.fill(next, turn::isMine, (read, of) -> reports.read(open, read, of))) {
                metrics.done();
            }
        } catch (KafkaException | SearchIndexUnavailable away) {
            throw away;
        } catch (RuntimeException failed) {
            log.error("The index could not be rebuilt; the one before stays in use.", failed);
            metrics.failed();
            reports.finished(open, RebuildState.FAILED);
        } finally {
            metrics.ended();
        }
    }

    /** However that came about: by a rebuild that took over, before or after a restart, or by a new index. */
    private void sayWhatIsFulfilled() {
        Instant begun = index.origin().begun();
        List<Rebuild> fulfilled = rebuilds.silentlyFulfilled(reports.replica(), begun, since.minus(RECENT));
        if (!fulfilled.isEmpty()) {
            reports.finished(fulfilled, RebuildState.DONE);
        }
    }
}
