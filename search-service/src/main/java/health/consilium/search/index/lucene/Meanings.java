package health.consilium.search.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.DiversifyingChildrenFloatKnnVectorQuery;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** What the vectors of one state of the index say: each document's is that of its nearest passage. */
final class Meanings {

    private static final BitSetProducer DOCUMENTS = new QueryBitSetProducer(QueryShape.everyDocument());

    private final IndexSearcher searcher;

    Meanings(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** The documents nearest to a vector among those allowed. */
    List<Integer> nearest(float[] vector, Query allowed, boolean all, int count) throws IOException {
        Query passages = all ? null : new ToChildBlockJoinQuery(allowed, DOCUMENTS);
        Query query = new DiversifyingChildrenFloatKnnVectorQuery(Fields.VECTOR, vector, passages, count, DOCUMENTS);
        List<Integer> documents = new ArrayList<>(count);
        for (ScoreDoc passage : searcher.search(query, count).scoreDocs) {
            LeafReaderContext leaf = leaf(passage.doc);
            int document = DOCUMENTS.getBitSet(leaf).nextSetBit(passage.doc - leaf.docBase);
            documents.add(document + leaf.docBase);
        }
        return documents;
    }

    /** The similarity of each document to a vector, from its exact passages; documents without one are missing. */
    Map<Integer, Float> similarities(float[] vector, List<Integer> sortedDocuments) throws IOException {
        Map<Integer, Float> similarities = new LinkedHashMap<>();
        @Nullable Passages passages = null;
        for (int document : sortedDocuments) {
            LeafReaderContext leaf = leaf(document);
            if (passages == null || passages.leaf() != leaf) {
                passages = Passages.of(leaf);
            }
            float best = Float.NEGATIVE_INFINITY;
            for (float[] passage : passages.of(document - leaf.docBase)) {
                best = Math.max(best, VectorUtil.dotProduct(vector, passage));
            }
            if (best > Float.NEGATIVE_INFINITY) {
                similarities.put(document, best);
            }
        }
        return similarities;
    }

    /** A document's vectors. */
    static List<float[]> of(LeafReaderContext leaf, int document) throws IOException {
        List<float[]> copies = new ArrayList<>();
        for (float[] passage : Passages.of(leaf).of(document)) {
            copies.add(passage);
        }
        return copies;
    }

    private LeafReaderContext leaf(int document) {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        return leaves.get(ReaderUtil.subIndex(document, leaves));
    }

    /** The vectors of a segment, asked for in the order of documents. */
    private record Passages(
            LeafReaderContext leaf,
            NumericDocValues counts,
            @Nullable FloatVectorValues vectors,
            @Nullable DocIndexIterator at) {

        static Passages of(LeafReaderContext leaf) throws IOException {
            LeafReader reader = leaf.reader();
            FloatVectorValues vectors = reader.getFloatVectorValues(Fields.VECTOR);
            return new Passages(
                    leaf,
                    DocValues.getNumeric(reader, Fields.VECTORS),
                    vectors,
                    vectors == null ? null : vectors.iterator());
        }

        List<float[]> of(int document) throws IOException {
            if (vectors == null || at == null || !counts.advanceExact(document)) {
                return List.of();
            }
            int count = (int) counts.longValue();
            List<float[]> found = new ArrayList<>(count);
            for (int passage = document - count; passage < document; passage++) {
                if (at.docID() < passage) {
                    at.advance(passage);
                }
                found.add(vectors.vectorValue(at.index()).clone());
            }
            return found;
        }
    }
}
