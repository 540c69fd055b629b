package health.consilium.search.index.lucene;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.Suggestion;
import health.consilium.search.index.Suggestion.Kind;
import health.consilium.search.index.TypedName;
import health.consilium.search.index.lucene.SuggestionFields.Named;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/**
 * Finds what may be meant while somebody types: names whose words begin like those typed; if there are none, those with
 * words that have them inside; and then those whose words begin almost like them.
 */
final class Suggestions {

    private static final int LOOKED_AT_FOR_EACH = 5;
    private static final int SHORTEST_INSIDE = 3;
    private static final int SPELLINGS = 30;

    private final TextAnalysis analysis;

    Suggestions(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    List<Suggestion> of(String typed, int limit, IndexSearcher searcher) throws IOException {
        TypedName name = TypedName.of(typed, analysis);
        List<String> words = name.words();
        Map<String, Suggestion> found = new LinkedHashMap<>();
        if (words.isEmpty()) {
            return List.of();
        }
        add(found, name, Suggestions::beginning, limit, searcher);
        if (found.isEmpty() && words.stream().anyMatch(word -> word.length() >= SHORTEST_INSIDE)) {
            add(found, name, Suggestions::inside, limit, searcher);
        }
        if (found.isEmpty()) {
            add(found, name, Suggestions::almost, limit, searcher);
        }
        return List.copyOf(found.values());
    }

    private static void add(
            Map<String, Suggestion> found,
            TypedName name,
            Function<String, Query> like,
            int limit,
            IndexSearcher searcher)
            throws IOException {
        List<String> words = name.words();
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(like.apply(word), FILTER));
        query.add(constant(term(SuggestionFields.START, words.getFirst()), 2), SHOULD);
        query.add(constant(new FieldExistsQuery(Fields.TYPE), 0.5f), SHOULD);
        words.forEach(word -> query.add(constant(term(SuggestionFields.WORDS, word), 1), SHOULD));
        for (ScoreDoc each : searcher.search(query.build(), limit * LOOKED_AT_FOR_EACH).scoreDocs) {
            if (found.size() == limit) {
                return;
            }
            Named named = named(each.doc, searcher);
            if (isUsed(named, searcher)) {
                found.putIfAbsent(named.text().toLowerCase(Locale.ROOT), suggestion(named, name));
            }
        }
    }

    private static Named named(int document, IndexSearcher searcher) throws IOException {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return SuggestionFields.read(leaf, document - leaf.docBase);
    }

    private static boolean isUsed(Named named, IndexSearcher searcher) throws IOException {
        return named.kind() == Kind.TITLE
                || searcher.count(new TermQuery(new Term(SuggestionFields.HAS, named.owner()))) > 0;
    }

    private static Suggestion suggestion(Named named, TypedName typed) {
        DocumentKey document = named.kind() == Kind.TITLE ? DocumentKey.parse(named.owner()) : null;
        return new Suggestion(named.text(), named.kind(), document, typed.in(named.text()));
    }

    private static Query beginning(String word) {
        return term(SuggestionFields.BEGINNINGS, word);
    }

    private static Query almost(String word) {
        int edits = word.length() < 5 ? 0 : word.length() < 8 ? 1 : 2;
        Term term = new Term(SuggestionFields.BEGINNINGS, NameAnalysis.beginning(word));
        return edits == 0 ? new TermQuery(term) : new FuzzyQuery(term, edits, 1, SPELLINGS, true);
    }

    private static Query inside(String word) {
        return word.length() < SHORTEST_INSIDE
                ? beginning(word)
                : new WildcardQuery(new Term(SuggestionFields.WORDS, "*" + word.replaceAll("[*?\\\\]", "") + "*"));
    }

    private static Query term(String field, String word) {
        return new TermQuery(new Term(field, NameAnalysis.beginning(word)));
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}
