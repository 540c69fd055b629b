package health.consilium.benchmarks.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lucene in this process, on the files of our service: nothing but the best ten of the same queries. */
final class PlainLucene implements Contender {
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final int COUNTED = 1_000;

    private final Map<String, Prepared> prepared = new HashMap<>();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private PlainLucene(DirectoryReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity(0.9f, 0.4f));
        searcher.setQueryCache(null);
    }

    /** On the index in a folder, once it has so many documents, with each query's request to OpenSearch. */
    static PlainLucene of(Path folder, Map<String, JsonNode> requests, int documents) throws IOException {
        Path live = folder.resolve(Files.readString(folder.resolve("live")).strip());
        DirectoryReader reader = DirectoryReader.open(FSDirectory.open(live));
        while (new IndexSearcher(reader).count(new FieldExistsQuery("type")) < documents) {
            LockSupport.parkNanos(INTERVAL.toNanos());
            DirectoryReader newer = DirectoryReader.openIfChanged(reader);
            if (newer != null) {
                reader.close();
                reader = newer;
            }
        }
        PlainLucene lucene = new PlainLucene(reader);
        requests.forEach((query, request) -> lucene.prepared.put(query, Prepared.of(request)));
        return lucene;
    }

    @Override
    public String name() {
        return "Lucene in process";
    }

    @Override
    public void search(String text) {
        if (best(text).size() > 10) {
            throw new IllegalStateException("More than were asked for");
        }
    }

    @Override
    public List<String> best(String text) {
        Prepared query = Objects.requireNonNull(prepared.get(text), text);
        try {
            TopDocs best = searcher.search(query.all(), new TopScoreDocCollectorManager(query.window(), COUNTED));
            if (query.refining() != null) {
                best = new QueryRescorer(query.refining()) {
                    @Override
                    protected float combine(float first, boolean matches, float second) {
                        return matches ? first + second : first;
                    }
                }.rescore(searcher, best, 10);
            }
            List<String> ids = new ArrayList<>();
            for (ScoreDoc found : best.scoreDocs) {
                String key = searcher.storedFields().document(found.doc).get("id");
                ids.add(key.substring(key.indexOf('/') + 1));
            }
            return ids;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public List<ProcessHandle> processes() {
        return List.of();
    }

    @Override
    public void close() {
        try {
            reader.close();
            reader.directory().close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Prepared(Query all, int window, @Nullable Query refining) {
        static Prepared of(JsonNode request) {
            JsonNode rescore = request.path("rescore");
            JsonNode refining = (rescore.isArray() ? rescore.path(0) : rescore)
                    .path("query")
                    .path("rescore_query");
            return new Prepared(
                    LuceneQueries.of(request.path("query")),
                    refining.isMissingNode() ? 10 : 100,
                    refining.isMissingNode() ? null : LuceneQueries.of(refining));
        }
    }
}
