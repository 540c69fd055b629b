package health.consilium.search.index.lucene;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.Applied;
import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.IndexStatus;
import health.consilium.search.index.IndexedDocument;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.SearchIndexException;
import health.consilium.search.index.SearchRequest;
import health.consilium.search.index.SourcePartition;
import health.consilium.search.index.Suggestion;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/** The index on Lucene, in a folder of this process. */
final class LuceneSearchIndex implements SearchIndex {

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Pages pages;
    private final InstantSource clock;
    private final Changes changes;
    private final Suggestions suggestions;
    private final Corrections corrections = new Corrections();
    private final Map<SourcePartition, Long> offsets;
    private final List<Runnable> refreshListeners = new CopyOnWriteArrayList<>();
    private final Object committing = new Object();
    private volatile @Nullable Instant lastCommit;
    private volatile @Nullable Instant lastRefresh;

    private LuceneSearchIndex(IndexWriter writer, TextAnalysis analysis, LuceneSettings settings, InstantSource clock)
            throws IOException {
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new Searchers());
        this.changes = new Changes(writer, searchers);
        this.suggestions = new Suggestions(analysis);
        this.pages = new Pages(new PageReader(), new Snapshots(clock, settings.snapshotLife(), settings.snapshots()));
        this.clock = clock;
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        this.offsets = new ConcurrentHashMap<>(committed == null ? Map.of() : CommitData.offsets(committed));
    }

    /** Opens the index of a folder as of its last commit; an unreadable or outdated one starts empty. */
    static LuceneSearchIndex open(LuceneSettings settings, TextAnalysis analysis, InstantSource clock) {
        return run("open " + settings.directory(), () -> {
            IndexWriter writer = IndexFolder.open(settings, new FieldAnalysis(analysis));
            return new LuceneSearchIndex(writer, analysis, settings, clock);
        });
    }

    @Override
    public synchronized Applied apply(List<Change> batch, Map<SourcePartition, Long> nextOffsets) {
        return run("apply changes to", () -> {
            int applied = 0;
            for (Change change : batch) {
                applied += changes.apply(change) ? 1 : 0;
            }
            offsets.putAll(nextOffsets);
            return new Applied(applied, batch.size() - applied);
        });
    }

    @Override
    public void refresh() {
        synchronized (this) {
            run("refresh", () -> {
                searchers.maybeRefreshBlocking();
                changes.refreshed();
                pages.prune();
                lastRefresh = clock.instant();
                return true;
            });
        }
        refreshListeners.forEach(Runnable::run);
    }

    /**
     * Only taking the offsets holds up the feed. What it applies meanwhile may get into the commit without its
     * offsets: it is read again after a crash, and dropped by its version.
     */
    @Override
    public void commit() {
        synchronized (committing) {
            synchronized (this) {
                writer.setLiveCommitData(CommitData.of(offsets).entrySet());
            }
            run("commit", () -> {
                writer.commit();
                lastCommit = clock.instant();
                return true;
            });
        }
    }

    @Override
    public Map<SourcePartition, Long> offsets() {
        return Map.copyOf(offsets);
    }

    @Override
    public Optional<String> feedingGroup() {
        return Optional.empty();
    }

    @Override
    public void reset() {
        synchronized (this) {
            run("empty", () -> writer.deleteAll());
            offsets.clear();
            changes.emptied();
        }
        refresh();
        commit();
    }

    @Override
    public SearchHits search(SearchRequest request) {
        return read("search", searcher -> pages.read(request, searcher));
    }

    @Override
    public Optional<IndexedDocument> document(DocumentKey key) {
        return read("read a document of", searcher -> {
            LiveDocument live = LiveDocument.of(key, searcher);
            return live == null
                    ? Optional.empty()
                    : Optional.of(new IndexedDocument(live.read(searcher), live.vectors()));
        });
    }

    @Override
    public boolean findsByMeaning() {
        return true;
    }

    @Override
    public boolean hasVectors(DocumentKey key, long fingerprint) {
        return read(
                "look for vectors in",
                searcher -> !LiveDocument.vectors(key, fingerprint, searcher).isEmpty());
    }

    @Override
    public Map<String, List<String>> corrections(Collection<String> words) {
        return read("look for words in", searcher -> corrections.of(words, searcher.getIndexReader()));
    }

    @Override
    public List<Suggestion> suggestions(String typed, int limit) {
        return read("look for names in", searcher -> suggestions.of(typed, limit, searcher));
    }

    @Override
    public long visibleVersion(DocumentKey key) {
        return read("read a version of", searcher -> Math.abs(Versions.visible(key.toString(), searcher)));
    }

    @Override
    public IndexStatus status() {
        return read("read the status of", searcher -> {
            Map<DocumentType, Long> documents = new EnumMap<>(DocumentType.class);
            for (DocumentType type : DocumentType.values()) {
                documents.put(type, (long) searcher.count(new TermQuery(new Term(Fields.TYPE, type.value()))));
            }
            return new IndexStatus(
                    "lucene " + Version.LATEST,
                    documents,
                    searcher.count(new FieldExistsQuery(Fields.VECTORS)),
                    IndexFolder.size(writer.getDirectory()),
                    lastCommit,
                    lastRefresh);
        });
    }

    @Override
    public void onRefresh(Runnable listener) {
        refreshListeners.add(listener);
    }

    @Override
    public void close() {
        if (!writer.isOpen()) {
            return;
        }
        commit();
        run("close", () -> {
            Directory folder = writer.getDirectory();
            pages.close();
            searchers.close();
            writer.close();
            folder.close();
            return true;
        });
    }

    private <T> T read(String action, Reading<T> reading) {
        return run(action, () -> {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.read(searcher);
            } finally {
                searchers.release(searcher);
            }
        });
    }

    private static <T> T run(String action, Action<T> work) {
        try {
            return work.run();
        } catch (IOException | AlreadyClosedException failed) {
            throw new SearchIndexException("Lucene could not " + action + " the index", failed);
        }
    }

    private interface Action<T> {
        T run() throws IOException;
    }

    private interface Reading<T> {
        T read(IndexSearcher searcher) throws IOException;
    }
}
