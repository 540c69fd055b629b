package health.consilium.search.index.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Reads something of each of a few documents, given by ascending numbers. */
final class DocumentValues {

    private DocumentValues() {}

    /** What a query scores each document; 0 where it does not match. */
    static float[] scores(IndexSearcher searcher, Query query, int[] documents) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        float[] scores = new float[documents.length];
        @Nullable LeafReaderContext leaf = null;
        @Nullable Scorer scorer = null;
        for (int at = 0; at < documents.length; at++) {
            LeafReaderContext own = leaf(searcher, documents[at]);
            if (own != leaf) {
                leaf = own;
                scorer = weight.scorer(own);
            }
            scores[at] = scorer == null ? 0 : score(scorer, documents[at] - own.docBase);
        }
        return scores;
    }

    /** What orders documents of the same score. */
    static long[] ties(IndexSearcher searcher, int[] documents) throws IOException {
        long[] ties = new long[documents.length];
        for (int at = 0; at < documents.length; at++) {
            LeafReaderContext leaf = leaf(searcher, documents[at]);
            NumericDocValues values = DocValues.getNumeric(leaf.reader(), Fields.TIE);
            values.advanceExact(documents[at] - leaf.docBase);
            ties[at] = values.longValue();
        }
        return ties;
    }

    private static float score(Scorer scorer, int document) throws IOException {
        int at = scorer.docID();
        if (at < document) {
            at = scorer.iterator().advance(document);
        }
        return at == document ? scorer.score() : 0;
    }

    private static LeafReaderContext leaf(IndexSearcher searcher, int document) {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        return leaves.get(ReaderUtil.subIndex(document, leaves));
    }
}
