package health.consilium.search.index.lucene;

import static java.util.Comparator.comparingLong;

import health.consilium.search.index.Facet;
import health.consilium.search.index.FacetCount;
import health.consilium.search.index.SearchRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Counts the values of attributes among all documents that match. There are few values, and the index knows the documents
 * of each: to see which of those match takes less time than looking up the values of each that matches.
 */
final class FacetCounts {

    private static final int MOST_VALUES = 100;

    private FacetCounts() {}

    static Map<Facet, List<FacetCount>> of(SearchRequest request, IndexSearcher searcher) throws IOException {
        if (request.facets().isEmpty()) {
            return Map.of();
        }
        Query all = new QueryShape(searcher).matching(request.wanted(), request.filters());
        List<MatchingDocuments> segments = MatchingDocuments.of(all, searcher);
        Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : request.facets()) {
            Map<String, Long> values = new TreeMap<>();
            for (MatchingDocuments matching : segments) {
                count(facet, matching, values);
            }
            counts.put(facet, top(values));
        }
        return counts;
    }

    private static void count(Facet facet, MatchingDocuments matching, Map<String, Long> counts) throws IOException {
        switch (facet) {
            case TYPE -> countTerms(Fields.TYPE, matching, counts);
            case SPECIALTY -> countTerms(Fields.SPECIALTY, matching, counts);
            case CLASSIFICATION -> countTerms(Fields.CLASSIFICATION, matching, counts);
            case YEAR -> countNumbers(Fields.YEAR, matching, counts);
        }
    }

    private static void countTerms(String field, MatchingDocuments matching, Map<String, Long> counts)
            throws IOException {
        Terms terms = Terms.getTerms(matching.segment(), field);
        TermsEnum values = terms.iterator();
        while (values.next() != null) {
            add(values.term().utf8ToString(), matching.count(values), counts);
        }
    }

    private static void countNumbers(String field, MatchingDocuments matching, Map<String, Long> counts)
            throws IOException {
        SortedNumericDocValues numbers = DocValues.getSortedNumeric(matching.segment(), field);
        while (numbers.nextDoc() != SortedNumericDocValues.NO_MORE_DOCS) {
            if (matching.has(numbers.docID())) {
                add(Long.toString(numbers.nextValue()), 1, counts);
            }
        }
    }

    private static void add(String value, long count, Map<String, Long> counts) {
        if (count > 0) {
            counts.merge(value, count, Long::sum);
        }
    }

    /** The most frequent first, then by their values. */
    private static List<FacetCount> top(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(value -> new FacetCount(value.getKey(), value.getValue()))
                .sorted(comparingLong(FacetCount::count).reversed())
                .limit(MOST_VALUES)
                .toList();
    }
}
