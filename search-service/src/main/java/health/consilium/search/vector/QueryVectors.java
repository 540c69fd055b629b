package health.consilium.search.vector;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vectors of what people search for: remembered, or computed within the time a search can wait. */
public final class QueryVectors implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(QueryVectors.class);
    private static final int REMEMBERED = 10_000;
    private static final Duration REMEMBERED_FOR = Duration.ofHours(1);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 16;

    private final LoadedModel loaded;
    private final Duration patience;
    private final Breaker breaker;
    private final QueryMetrics metrics;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("search-query-vector-", 0).factory());
    private final AsyncCache<Asked, float[]> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(REMEMBERED_FOR)
            .buildAsync();

    QueryVectors(LoadedModel loaded, Duration patience, Breaker breaker, QueryMetrics metrics) {
        this.loaded = loaded;
        this.patience = patience;
        this.breaker = breaker;
        this.metrics = metrics;
    }

    /**
     * The vector by which passages that answer a query are found. None when there is no model for it, or none in time:
     * the search goes on without. The array is shared; it must not be changed.
     */
    public Optional<float[]> of(String query) {
        return vector(new Asked(query.strip(), true));
    }

    /** The vector of a text to be compared with texts of its kind, such as a question with questions; else the same. */
    public Optional<float[]> ofText(String text) {
        return vector(new Asked(text.strip(), false));
    }

    private Optional<float[]> vector(Asked asked) {
        Optional<EmbeddingModel> model = loaded.ready();
        if (model.isEmpty()) {
            return without(loaded.state().value());
        }
        if (!model.get().understands(null, asked.text())) {
            return without("language");
        }
        CompletableFuture<float[]> known = remembered.getIfPresent(asked);
        if (known != null && known.isDone() && !known.isCompletedExceptionally()) {
            metrics.remembered();
            return Optional.of(known.join());
        }
        return breaker.allows(System.nanoTime()) ? computed(asked, model.get()) : without("broken");
    }

    private Optional<float[]> computed(Asked asked, EmbeddingModel model) {
        try {
            float[] vector = remembered
                    .get(asked, (same, executor) -> computing(same, model))
                    .get(patience.toNanos(), TimeUnit.NANOSECONDS);
            breaker.succeeded();
            return Optional.of(vector);
        } catch (RejectedExecutionException tooMany) {
            return without("busy");
        } catch (TimeoutException late) {
            breaker.failed(System.nanoTime());
            return without("late");
        } catch (ExecutionException failed) {
            breaker.failed(System.nanoTime());
            log.warn("A query went on without a vector, because the model failed: {}", failed.getMessage());
            return without("failed");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return without("interrupted");
        }
    }

    /** What comes too late for this search is there for the next. */
    private CompletableFuture<float[]> computing(Asked asked, EmbeddingModel model) {
        return CompletableFuture.supplyAsync(() -> metrics.computed(() -> asked.vector(model)), threads);
    }

    private Optional<float[]> without(String reason) {
        metrics.without(reason);
        return Optional.empty();
    }

    @Override
    public void close() {
        threads.close();
    }

    private record Asked(String text, boolean query) {

        float[] vector(EmbeddingModel model) {
            return query ? model.query(text) : model.passages(List.of(text)).getFirst();
        }
    }
}
