package health.consilium.search.index.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.jspecify.annotations.Nullable;

/** Keeps the states of the index that handed-out cursors were read from, for a while and up to a number. */
final class Snapshots implements Closeable {

    private final SearcherLifetimeManager kept = new SearcherLifetimeManager();
    private final Duration life;
    private final int most;

    Snapshots(Duration life, int most) {
        this.life = life;
        this.most = most;
    }

    String keep(IndexSearcher searcher) throws IOException {
        return Long.toString(kept.record(searcher));
    }

    /** The state of that name, to be released, or null when it is no longer kept. */
    @Nullable
    IndexSearcher acquire(String name) {
        return kept.acquire(Long.parseLong(name));
    }

    void release(IndexSearcher searcher) throws IOException {
        kept.release(searcher);
    }

    /** Lets go of what is too old, and of the oldest beyond the number. */
    void prune() throws IOException {
        AtomicInteger newer = new AtomicInteger();
        kept.prune((age, searcher) -> age > life.toSeconds() || newer.getAndIncrement() >= most);
    }

    @Override
    public void close() throws IOException {
        kept.close();
    }
}
