package health.consilium.search.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/** The documents of one segment that match, a bit for each. */
final class MatchingDocuments {

    /** Where fewer than one in so many documents have a value, each of them is looked up by itself. */
    private static final int SPARSE = 64;

    private final LeafReader segment;
    private final FixedBitSet matching;
    private final FixedBitSet having;

    private MatchingDocuments(LeafReader segment) {
        this.segment = segment;
        this.matching = new FixedBitSet(segment.maxDoc());
        this.having = new FixedBitSet(segment.maxDoc());
    }

    /** By segment. */
    static List<MatchingDocuments> of(Query query, IndexSearcher searcher) throws IOException {
        return searcher.search(query, new CollectorManager<Collecting, List<MatchingDocuments>>() {
            @Override
            public Collecting newCollector() {
                return new Collecting();
            }

            @Override
            public List<MatchingDocuments> reduce(Collection<Collecting> collectors) {
                return collectors.stream().flatMap(each -> each.found.stream()).toList();
            }
        });
    }

    LeafReader segment() {
        return segment;
    }

    boolean has(int document) {
        return matching.get(document);
    }

    /** How many of them have the term that the enumeration is at. */
    long count(TermsEnum term) throws IOException {
        PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
        if (term.docFreq() > segment.maxDoc() / SPARSE) {
            having.clear();
            having.or(documents);
            return FixedBitSet.intersectionCount(matching, having);
        }
        long count = 0;
        for (int document = documents.nextDoc();
                document != PostingsEnum.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if (matching.get(document)) {
                count++;
            }
        }
        return count;
    }

    private static final class Collecting extends SimpleCollector {

        private final List<MatchingDocuments> found = new ArrayList<>();
        private FixedBitSet matching = new FixedBitSet(0);

        @Override
        protected void doSetNextReader(LeafReaderContext context) {
            MatchingDocuments segment = new MatchingDocuments(context.reader());
            found.add(segment);
            matching = segment.matching;
        }

        @Override
        public void collect(int document) {
            matching.set(document);
        }

        @Override
        public void collectRange(int from, int to) {
            matching.set(from, to);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
