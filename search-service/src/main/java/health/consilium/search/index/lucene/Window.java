package health.consilium.search.index.lucene;

import health.consilium.search.index.DenseQuery;
import health.consilium.search.index.Fusion;
import health.consilium.search.index.Scored;
import health.consilium.search.index.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;

/**
 * The best documents of a request, scored by everything there is to go by. They are found by the sum of their words,
 * or by their meaning; only these few are then looked at closely.
 */
final class Window {

    static final int SIZE = 100;

    private static final Comparator<Ranked> ORDER =
            Comparator.comparingDouble(Ranked::score).reversed().thenComparingLong(Ranked::tie);

    private final SearchRequest request;
    private final IndexSearcher searcher;
    private final QueryShape shape;
    private final Meanings meanings;

    Window(SearchRequest request, IndexSearcher searcher) {
        this.request = request;
        this.searcher = searcher;
        this.shape = new QueryShape(searcher);
        this.meanings = new Meanings(searcher);
    }

    /** Ranks the first of the documents found by words, and those nearest in meaning. */
    List<Ranked> rank(List<FieldDoc> byWords) throws IOException {
        DenseQuery dense = request.dense();
        Map<Integer, Float> scores = new HashMap<>();
        byWords.forEach(found -> scores.put(found.doc, (Float) found.fields[0]));
        Set<Integer> documents = new TreeSet<>();
        if (dense == null || !dense.alone()) {
            documents.addAll(scores.keySet());
        }
        if (dense != null) {
            documents.addAll(meanings.nearest(
                    dense.vector(), shape.allowed(request.wanted(), request.filters()), isUnrestricted(), SIZE));
            addMissing(scores, documents);
        }
        return rank(numbers(documents), scores);
    }

    private List<Ranked> rank(int[] documents, Map<Integer, Float> byWords) throws IOException {
        float[] scores = refined(documents, byWords);
        long[] ties = DocumentValues.ties(searcher, documents);
        DenseQuery dense = request.dense();
        if (dense != null) {
            fuse(documents, scores, dense);
        }
        List<Ranked> ranked = new ArrayList<>(documents.length);
        for (int at = 0; at < documents.length; at++) {
            ranked.add(new Ranked(documents[at], scores[at], ties[at]));
        }
        ranked.sort(ORDER);
        return ranked;
    }

    /** Scores the documents by their words that were not found by them. */
    private void addMissing(Map<Integer, Float> scores, Set<Integer> documents) throws IOException {
        int[] missing = numbers(documents.stream()
                .filter(document -> !scores.containsKey(document))
                .toList());
        float[] theirs = DocumentValues.scores(searcher, shape.query(request.wanted(), request.filters()), missing);
        for (int at = 0; at < missing.length; at++) {
            scores.put(missing[at], theirs[at]);
        }
    }

    private float[] refined(int[] documents, Map<Integer, Float> byWords) throws IOException {
        List<Scored> refining = request.wanted().refining();
        float[] scores = refining.isEmpty()
                ? new float[documents.length]
                : DocumentValues.scores(searcher, shape.sum(refining), documents);
        for (int at = 0; at < documents.length; at++) {
            scores[at] += byWords.getOrDefault(documents[at], 0f);
        }
        return scores;
    }

    private static int[] numbers(Collection<Integer> documents) {
        return documents.stream().mapToInt(Integer::intValue).toArray();
    }

    private void fuse(int[] documents, float[] scores, DenseQuery dense) throws IOException {
        Map<Integer, Float> similarities = meanings.similarities(
                dense.vector(), Arrays.stream(documents).boxed().toList());
        List<Float> words = new ArrayList<>(scores.length);
        for (float score : scores) {
            words.add(score);
        }
        Fusion fusion = new Fusion(words, similarities.values(), dense);
        for (int at = 0; at < documents.length; at++) {
            scores[at] = fusion.score(scores[at], similarities.get(documents[at]));
        }
    }

    private boolean isUnrestricted() {
        return request.wanted().demands().isEmpty() && request.filters().isNone();
    }

    /** A document's place in the list. */
    record Ranked(int document, float score, long tie) {

        /** Whether it comes after a place in the list. */
        boolean isAfter(float otherScore, long otherTie) {
            int byScore = Float.compare(otherScore, score);
            return byScore == 0 ? tie > otherTie : byScore > 0;
        }
    }
}
