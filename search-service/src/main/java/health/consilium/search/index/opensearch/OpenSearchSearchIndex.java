package health.consilium.search.index.opensearch;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.Applied;
import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.IndexOrigin;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.IndexStatus;
import health.consilium.search.index.IndexedDocument;
import health.consilium.search.index.NextIndex;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.SearchIndexException;
import health.consilium.search.index.SearchIndexUnavailable;
import health.consilium.search.index.SearchRequest;
import health.consilium.search.index.SourcePartition;
import health.consilium.search.index.Suggestion;
import health.consilium.search.index.opensearch.Connection.Missing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index on an OpenSearch cluster. What is applied is durable at once; a commit saves the offsets. */
final class OpenSearchSearchIndex implements SearchIndex {

    private static final Logger log = LoggerFactory.getLogger(OpenSearchSearchIndex.class);

    private final Connection connection;
    private final Generations generations;
    private final AnalysedText analysed;
    private final IndexRecipe recipe;
    private final Duration snapshotLife;
    private final Writer writer;
    private final StoredOffsets offsets;
    private final PointsInTime points;
    private final Pages pages;
    private final VisibleVersions versions;
    private final VisibleDocuments documents;
    private final Corrections corrections;
    private final Suggestions suggestions;
    private final View current;
    private final Statistics statistics;
    private final InstantSource clock;
    private final List<Runnable> refreshListeners = new CopyOnWriteArrayList<>();
    /** What our offsets belong to; null until the cluster was asked which it is. */
    private @Nullable Generation fed;

    private volatile boolean byMeaning;
    private volatile boolean outdated;
    private volatile @Nullable Instant lastCommit;
    private volatile @Nullable Instant lastRefresh;

    OpenSearchSearchIndex(OpenSearchSettings settings, TextAnalysis analysis, IndexRecipe recipe, InstantSource clock) {
        this.clock = clock;
        this.connection = Connection.to(settings);
        this.generations = new Generations(connection, settings, recipe, clock);
        this.analysed = new AnalysedText(analysis);
        this.recipe = recipe;
        this.snapshotLife = settings.snapshotLife();
        this.writer = new Writer(connection, analysed);
        this.offsets = new StoredOffsets(connection);
        String alias = generations.alias();
        this.current = new View(connection, alias, null, settings.snapshotLife(), settings.shards() > 1);
        this.points = new PointsInTime(connection, alias, settings, clock);
        this.versions = new VisibleVersions(connection, alias);
        this.documents = new VisibleDocuments(connection, alias);
        this.pages = new Pages(new PageReader(analysis), current, points, versions);
        this.corrections = new Corrections(current);
        this.suggestions = new Suggestions(current, analysis);
        this.statistics = new Statistics(connection, current);
    }

    @Override
    public synchronized Applied apply(List<Change> changes, Map<SourcePartition, Long> nextOffsets) {
        Generation generation = fed();
        try {
            Applied applied = writer.apply(changes, generation, byMeaning);
            offsets.applied(nextOffsets);
            return applied;
        } catch (Missing replaced) {
            leave();
            throw replaced;
        }
    }

    @Override
    public void refresh() {
        connection.ask("refresh the index", client -> client.indices().refresh(it -> it.index(generations.alias())));
        lastRefresh = clock.instant();
        refreshListeners.forEach(Runnable::run);
    }

    @Override
    public void commit() {
        Generation generation = known();
        if (generation != null) {
            offsets.save(generation);
            lastCommit = clock.instant();
        }
    }

    @Override
    public synchronized Map<SourcePartition, Long> offsets() {
        Generation now = generations.current();
        if (fed != null && !fed.equals(now)) {
            leave();
            throw new SearchIndexUnavailable(
                    "Another service has replaced the index: it is fed from its offsets", null);
        }
        feed(now);
        return offsets.read(now);
    }

    @Override
    public Optional<String> feedingGroup() {
        return Optional.of(generations.alias());
    }

    @Override
    public void reset() {
        synchronized (this) {
            Generation now = generations.current();
            boolean replacedByAnother = fed != null && !fed.equals(now);
            leave();
            feed(replacedByAnother ? now : generations.replace(now));
            points.forget();
        }
        refresh();
    }

    @Override
    public SearchHits search(SearchRequest request) {
        return pages.read(request);
    }

    @Override
    public List<Suggestion> suggestions(String typed, int limit) {
        return suggestions.of(typed, limit);
    }

    @Override
    public long visibleVersion(DocumentKey key) {
        return versions.of(key);
    }

    @Override
    public Optional<IndexedDocument> document(DocumentKey key) {
        return documents.find(key).map(found -> outdated ? new IndexedDocument(found.document(), List.of()) : found);
    }

    @Override
    public boolean findsByMeaning() {
        return byMeaning;
    }

    @Override
    public boolean hasVectors(DocumentKey key, long fingerprint) {
        return documents.haveVectors(key, fingerprint);
    }

    @Override
    public boolean has(IndexField field, String term) {
        return current.has(field, term);
    }

    @Override
    public Map<String, List<String>> corrections(Collection<String> words) {
        return corrections.of(words);
    }

    @Override
    public IndexStatus status() {
        return statistics.status(lastCommit, lastRefresh);
    }

    @Override
    public IndexOrigin origin() {
        return generations.origin(generations.current());
    }

    @Override
    public NextIndex next(Instant since) {
        return new OpenSearchNextIndex(connection, generations, generations.begin(since), analysed, snapshotLife);
    }

    @Override
    public void onRefresh(Runnable listener) {
        refreshListeners.add(listener);
    }

    @Override
    public void close() {
        try {
            commit();
            points.forget();
        } catch (SearchIndexException failed) {
            log.warn("OpenSearch did not hear of our end; what we had not saved is read again.", failed);
        }
        connection.close();
    }

    private synchronized @Nullable Generation known() {
        return fed;
    }

    private Generation fed() {
        Generation generation = fed;
        return generation == null ? feed(generations.current()) : generation;
    }

    private Generation feed(Generation generation) {
        if (!generation.equals(fed)) {
            outdated = generations.origin(generation).recipe().hasOtherVectorsThan(recipe);
            byMeaning = !outdated && generations.findsByMeaning(generation);
            log.info("Feeding {}, {} vectors", generation.index(), byMeaning ? "with" : "without");
        }
        fed = generation;
        return generation;
    }

    private void leave() {
        fed = null;
        offsets.forget();
        writer.forget();
    }
}
