package health.consilium.search.index.lucene;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.Applied;
import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.IndexOrigin;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.IndexStatus;
import health.consilium.search.index.IndexedDocument;
import health.consilium.search.index.NextIndex;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchIndex;
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
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Version;

/** The index on Lucene, in a folder of this process. */
final class LuceneSearchIndex implements SearchIndex {

    private final Generations generations;
    private final Pages pages;
    private final Suggestions suggestions;
    private final Corrections corrections = new Corrections();
    private final List<Runnable> refreshListeners = new CopyOnWriteArrayList<>();

    private LuceneSearchIndex(Generations generations, TextAnalysis analysis) {
        this.generations = generations;
        this.pages = new Pages(new PageReader(), generations.snapshots());
        this.suggestions = new Suggestions(analysis);
    }

    /** Opens the index of a folder as of its last commit; an unreadable or outdated one starts empty. */
    static LuceneSearchIndex open(
            LuceneSettings settings, TextAnalysis analysis, IndexRecipe recipe, InstantSource clock) {
        return Generation.run("open " + settings.directory(), () -> {
            Generations generations = Generations.open(settings, new FieldAnalysis(analysis), recipe, clock);
            return new LuceneSearchIndex(generations, analysis);
        });
    }

    @Override
    public Applied apply(List<Change> batch, Map<SourcePartition, Long> nextOffsets) {
        return generations.feed(live -> live.apply(batch, nextOffsets));
    }

    @Override
    public void refresh() {
        generations.change(Generation::refresh);
        generations.tidy();
        refreshListeners.forEach(Runnable::run);
    }

    @Override
    public void commit() {
        generations.change(Generation::commit);
    }

    @Override
    public Map<SourcePartition, Long> offsets() {
        return generations.offsets();
    }

    @Override
    public Optional<String> feedingGroup() {
        return Optional.empty();
    }

    @Override
    public void reset() {
        generations.change(live -> live.reset(generations.recipe()));
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
                    : Optional.of(
                            new IndexedDocument(live.read(searcher), findsByMeaning() ? live.vectors() : List.of()));
        });
    }

    @Override
    public boolean findsByMeaning() {
        return !origin().recipe().hasOtherVectorsThan(generations.recipe());
    }

    @Override
    public boolean hasVectors(DocumentKey key, long fingerprint) {
        return read(
                "look for vectors in",
                searcher -> !LiveDocument.vectors(key, fingerprint, searcher).isEmpty());
    }

    @Override
    public boolean has(IndexField field, String term) {
        return read(
                "look for a term in",
                searcher -> searcher.getIndexReader().docFreq(new Term(Fields.name(field), term)) > 0);
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
            Generation live = generations.live();
            Map<DocumentType, Long> documents = new EnumMap<>(DocumentType.class);
            for (DocumentType type : DocumentType.values()) {
                documents.put(type, (long) searcher.count(new TermQuery(new Term(Fields.TYPE, type.value()))));
            }
            return new IndexStatus(
                    "lucene " + Version.LATEST,
                    documents,
                    searcher.count(new FieldExistsQuery(Fields.VECTORS)),
                    live.size(),
                    live.lastCommit(),
                    live.lastRefresh());
        });
    }

    @Override
    public IndexOrigin origin() {
        return generations.live().origin();
    }

    @Override
    public NextIndex next(Instant since) {
        return new LuceneNextIndex(
                generations, generations.begin(since), () -> refreshListeners.forEach(Runnable::run));
    }

    @Override
    public void onRefresh(Runnable listener) {
        refreshListeners.add(listener);
    }

    @Override
    public void close() {
        generations.close();
    }

    private <T> T read(String action, Reading<T> reading) {
        return Generation.run(action, () -> {
            IndexSearcher searcher = generations.acquire();
            try {
                return reading.read(searcher);
            } finally {
                Generation.release(searcher);
            }
        });
    }

    private interface Reading<T> {
        T read(IndexSearcher searcher) throws IOException;
    }
}
