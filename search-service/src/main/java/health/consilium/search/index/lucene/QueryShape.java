package health.consilium.search.index.lucene;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.MUST;
import static org.apache.lucene.search.BooleanClause.Occur.MUST_NOT;
import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.index.Demand;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.Filters;
import health.consilium.search.index.Scored;
import health.consilium.search.index.Wanted;
import health.consilium.search.index.Words;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/** Turns what is wanted into Lucene's queries: a flat sum, in which Lucene can skip what can't reach the top. */
final class QueryShape {

    /** What is scored in other fields is so in addition: whatever has it there has a scored word in these. */
    private static final Set<IndexField> IMPLYING = Set.of(IndexField.ALL, IndexField.WHOLE);

    private final Searchers.OfGeneration searcher;

    /** Of queries in what a searcher sees. */
    QueryShape(IndexSearcher searcher) {
        this.searcher = (Searchers.OfGeneration) searcher;
    }

    /** Matches what is wanted by its words. */
    Query query(Wanted wanted, Filters filters) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Demand demand : wanted.demands()) {
            query.add(demand(demand), demand.excluded() ? MUST_NOT : MUST);
        }
        if (!wanted.scored().isEmpty()) {
            query.add(sum(wanted.scored()), wanted.demandsSomething() ? SHOULD : MUST);
        } else if (!wanted.demandsSomething()) {
            query.add(wanted.everything() ? everyDocument() : MatchNoDocsQuery.INSTANCE, FILTER);
        }
        addFilters(query, filters);
        return query.build();
    }

    /** Matches the same documents as the query does, which takes less where their scores do not matter. */
    Query matching(Wanted wanted, Filters filters) throws IOException {
        List<Scored> enough = wanted.demandsSomething()
                ? List.of()
                : wanted.scored().stream()
                        .filter(scored -> IMPLYING.contains(scored.words().field()))
                        .toList();
        return query(new Wanted(wanted.demands(), enough, List.of(), wanted.everything()), filters);
    }

    /** Matches what meets the demands, whatever its words. */
    Query allowed(Wanted wanted, Filters filters) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(everyDocument(), FILTER);
        for (Demand demand : wanted.demands()) {
            query.add(demand(demand), demand.excluded() ? MUST_NOT : FILTER);
        }
        addFilters(query, filters);
        return query.build();
    }

    /** Scores words without demanding any. */
    Query sum(Collection<Scored> scored) throws IOException {
        BooleanQuery.Builder sum = new BooleanQuery.Builder();
        for (Scored each : scored) {
            sum.add(weighted(words(each.words(), each.slop()), each.weight()), SHOULD);
        }
        return sum.build();
    }

    /** Matches every document that can be found. */
    static Query everyDocument() {
        return new FieldExistsQuery(Fields.TYPE);
    }

    Query words(Words words, int slop) throws IOException {
        String field = Fields.name(words.field());
        if (words.terms().size() == 1) {
            return searcher.term(new Term(field, words.terms().getFirst()));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
        for (int at = 0; at < words.terms().size(); at++) {
            phrase.add(new Term(field, words.terms().get(at)), words.positions().get(at));
        }
        return phrase.build();
    }

    /** Phrases of a demand, in the field whose matches can be shown. */
    static List<Words> shownPhrases(Wanted wanted) {
        return wanted.demands().stream()
                .filter(demand -> !demand.excluded())
                .flatMap(demand -> demand.words().stream())
                .filter(words -> words.field() == IndexField.ALL)
                .toList();
    }

    private Query demand(Demand demand) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Words words : demand.words()) {
            all.add(words(words, 0), MUST);
        }
        return demand.words().isEmpty() ? MatchNoDocsQuery.INSTANCE : all.build();
    }

    private static void addFilters(BooleanQuery.Builder query, Filters filters) {
        addFilter(
                query,
                Fields.TYPE,
                filters.types().stream().map(DocumentType::value).collect(Collectors.toSet()));
        addFilter(query, Fields.SPECIALTY, filters.specialties());
        addFilter(query, Fields.CLASSIFICATION, filters.classifications());
        addFilter(query, Fields.LANGUAGE, filters.languages());
        if (!filters.years().isEmpty()) {
            int[] years = filters.years().stream().mapToInt(Integer::intValue).toArray();
            query.add(IntField.newSetQuery(Fields.YEAR, years), FILTER);
        }
    }

    private static void addFilter(BooleanQuery.Builder query, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            List<BytesRef> terms = values.stream().map(BytesRef::new).toList();
            query.add(new BooleanClause(KeywordField.newSetQuery(field, terms), FILTER));
        }
    }

    private static Query weighted(Query query, float weight) {
        return weight == 1 ? query : new BoostQuery(query, weight);
    }
}
