package health.consilium.search.vector.background;

import health.consilium.search.feed.FeedProgress;
import health.consilium.search.vector.EmbeddingModel;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Computes the vectors of texts one by one, and rests after each as its pace says. */
final class TextEmbedder implements Function<String, float[]> {

    private final EmbeddingModel model;
    private final FeedProgress feed;
    private final Pace pace;
    private final Processors processors = new Processors();
    private final WorkMetrics metrics;
    private final CountDownLatch stop;

    TextEmbedder(EmbeddingModel model, FeedProgress feed, Pace pace, WorkMetrics metrics, CountDownLatch stop) {
        this.model = model;
        this.feed = feed;
        this.pace = pace;
        this.metrics = metrics;
        this.stop = stop;
    }

    @Override
    public float[] apply(String text) {
        long started = System.nanoTime();
        float[] vector = model.passages(List.of(text)).getFirst();
        long ended = System.nanoTime();
        metrics.text(ended - started);
        rest(pace.rest(ended - started, feed.statesApplied(), processors.load(ended), ended));
        return vector;
    }

    private void rest(long nanos) {
        try {
            if (nanos > 0 && stop.await(nanos, TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}
