package health.consilium.search.index.lucene;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;

/** Makes the searchers of a generation, with the ranking's parameters. */
final class Searchers extends SearcherFactory {

    static final Similarity RANKING = new BM25Similarity(0.9f, 0.4f);

    private final long generation;

    Searchers(long generation) {
        this.generation = generation;
    }

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
        IndexSearcher searcher = new OfGeneration(reader, generation);
        searcher.setSimilarity(RANKING);
        return searcher;
    }

    /** A searcher that knows its generation. */
    static final class OfGeneration extends IndexSearcher {

        private final long generation;

        OfGeneration(IndexReader reader, long generation) {
            super(reader);
            this.generation = generation;
        }

        long generation() {
            return generation;
        }
    }
}
