package health.consilium.search.index.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.TermQuery;
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
        OfGeneration searcher = new OfGeneration(reader, generation);
        searcher.setSimilarity(RANKING);
        return searcher;
    }

    /** A searcher that knows its generation, and remembers where in the index it has found terms. */
    static final class OfGeneration extends IndexSearcher {

        private static final int MOST_TERMS = 4_000;

        private final long generation;
        private final Cache<Term, TermStates> terms =
                Caffeine.newBuilder().maximumSize(MOST_TERMS).build();

        OfGeneration(IndexReader reader, long generation) {
            super(reader);
            this.generation = generation;
        }

        long generation() {
            return generation;
        }

        /** A query for a term, which is looked up once for all queries. */
        Query term(Term term) throws IOException {
            TermStates known = terms.getIfPresent(term);
            if (known == null) {
                known = TermStates.build(this, term, true);
                terms.put(term, known);
            }
            return new TermQuery(term, known);
        }
    }
}
