package health.consilium.search.index.lucene;

import health.consilium.search.index.Applied;
import health.consilium.search.index.Change;
import health.consilium.search.index.IndexOrigin;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.SearchIndexException;
import health.consilium.search.index.SourcePartition;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** One index in a folder of its own: the live one, the one that is built beside it, or one that was live. */
final class Generation {

    private final long number;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Changes changes;
    private final InstantSource clock;
    private final Map<SourcePartition, Long> offsets;
    private final Object committing = new Object();
    private volatile IndexOrigin origin;
    private volatile @Nullable Instant lastCommit;
    private volatile @Nullable Instant lastRefresh;
    private volatile @Nullable IndexReader retired;

    private Generation(long number, IndexWriter writer, IndexOrigin fresh, InstantSource clock) throws IOException {
        this.number = number;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new Searchers(number));
        this.changes = new Changes(writer, searchers);
        this.clock = clock;
        Map<String, String> committed = CommitData.of(writer);
        this.offsets = new ConcurrentHashMap<>(CommitData.offsets(committed));
        this.origin = CommitData.origin(committed, fresh);
    }

    /** Opens what a folder holds as of its last commit; an empty one becomes an index of this origin. */
    static Generation open(
            Folders.Folder folder, FieldAnalysis analysis, int bufferMegabytes, IndexOrigin fresh, InstantSource clock)
            throws IOException {
        IndexWriter writer = IndexFolder.open(folder.path(), analysis, bufferMegabytes);
        return new Generation(folder.number(), writer, fresh, clock);
    }

    long number() {
        return number;
    }

    IndexOrigin origin() {
        return origin;
    }

    Map<SourcePartition, Long> offsets() {
        return Map.copyOf(offsets);
    }

    @Nullable
    Instant lastCommit() {
        return lastCommit;
    }

    @Nullable
    Instant lastRefresh() {
        return lastRefresh;
    }

    long size() throws IOException {
        return IndexFolder.size(writer.getDirectory());
    }

    synchronized Applied apply(List<Change> batch, Map<SourcePartition, Long> nextOffsets) {
        return run("apply changes to", () -> {
            int applied = 0;
            for (Change change : batch) {
                applied += changes.apply(change) ? 1 : 0;
            }
            offsets.putAll(nextOffsets);
            return new Applied(applied, batch.size() - applied);
        });
    }

    synchronized void refresh() {
        run("refresh", () -> {
            searchers.maybeRefreshBlocking();
            changes.refreshed();
            lastRefresh = clock.instant();
            return true;
        });
    }

    /**
     * Only taking the offsets holds up the feed. What it applies meanwhile may get into the commit without its
     * offsets: it is read again after a crash, and dropped by its version.
     */
    void commit() {
        synchronized (committing) {
            synchronized (this) {
                writer.setLiveCommitData(CommitData.of(offsets, origin).entrySet());
            }
            run("commit", () -> {
                writer.commit();
                lastCommit = clock.instant();
                return true;
            });
        }
    }

    /** Empties it, to be filled by this recipe. */
    synchronized void reset(IndexRecipe recipe) {
        run("empty", () -> writer.deleteAll());
        offsets.clear();
        origin = new IndexOrigin(clock.instant(), recipe);
        changes.emptied();
    }

    /** What searches see now, to be released; null when this is retired. */
    @Nullable
    IndexSearcher acquire() throws IOException {
        try {
            return searchers.acquire();
        } catch (AlreadyClosedException closed) {
            if (retired == null) {
                throw closed;
            }
            return null;
        }
    }

    static void release(IndexSearcher searcher) throws IOException {
        searcher.getIndexReader().decRef();
    }

    /** Takes no more searches; those that have begun go on. */
    void retire() throws IOException {
        IndexSearcher last = searchers.acquire();
        retired = last.getIndexReader();
        release(last);
        searchers.close();
    }

    /** Whether it is retired and its last searches have ended. */
    boolean isUnused() {
        IndexReader last = retired;
        return last != null && last.getRefCount() <= 0;
    }

    /** Lets go of the folder; what is not committed is lost. */
    void close() throws IOException {
        synchronized (committing) {
            searchers.close();
            Directory folder = writer.getDirectory();
            writer.rollback();
            folder.close();
        }
    }

    boolean isOpen() {
        return writer.isOpen();
    }

    static <T> T run(String action, Action<T> work) {
        try {
            return work.run();
        } catch (IOException | AlreadyClosedException failed) {
            throw new SearchIndexException("Lucene could not " + action + " the index", failed);
        }
    }

    interface Action<T> {
        T run() throws IOException;
    }
}
