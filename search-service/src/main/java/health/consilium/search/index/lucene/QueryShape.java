package health.consilium.search.index.lucene;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.MUST;
import static org.apache.lucene.search.BooleanClause.Occur.MUST_NOT;
import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import health.consilium.search.index.Clause;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.Filters;
import health.consilium.search.index.SearchField;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountAnalyzer;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Turns a request into Lucene's query: a flat sum over the field of everything and the field of names, the shape
 * in which Lucene can skip documents that can't reach the top.
 */
final class QueryShape {

    /** A letter's first so many different terms; what follows hardly changes its result. */
    private static final int MOST_TERMS = 200;
    /** So many required and excluded parts count, and so many words of each, which Lucene can take at once. */
    private static final int MOST_CLAUSES = 32;

    private static final int MOST_WORDS = 16;

    private final Analysis analysis;
    private final QueryBuilder builder;

    QueryShape(Analysis analysis) {
        this.analysis = analysis;
        this.builder = new QueryBuilder(new LimitTokenCountAnalyzer(analysis, MOST_WORDS));
    }

    /** Whether the clauses say what to find, rather than only what to leave out. */
    static boolean ranks(List<Clause> clauses) {
        return clauses.stream().anyMatch(clause -> !clause.excluded());
    }

    Query query(List<Clause> clauses, Filters filters) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        List<Clause> demands = demands(clauses);
        demands.forEach(demand -> query.add(clause(demand), demand.excluded() ? MUST_NOT : MUST));
        boolean required = demands.stream().anyMatch(Clause::required);
        Query words = words(clauses);
        if (words != null) {
            query.add(words, required ? SHOULD : MUST);
        } else if (!required) {
            query.add(ranks(clauses) ? MatchNoDocsQuery.INSTANCE : new FieldExistsQuery(Fields.TYPE), FILTER);
        }
        addFilters(query, filters);
        return query.build();
    }

    /** The same words and phrases, only where they can be shown: in the field that has offsets. */
    Query highlighted(List<Clause> clauses) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        counts(clauses, Fields.ALL).keySet().forEach(term -> query.add(term(Fields.ALL, term), SHOULD));
        demands(clauses).stream()
                .filter(clause -> clause.phrase() && !clause.excluded() && clause.field() == SearchField.ANY)
                .map(clause -> builder.createPhraseQuery(Fields.ALL, clause.text()))
                .filter(phrase -> phrase != null)
                .forEach(phrase -> query.add(phrase, SHOULD));
        return query.build();
    }

    private static List<Clause> demands(List<Clause> clauses) {
        return clauses.stream()
                .filter(clause -> clause.required() || clause.excluded())
                .limit(MOST_CLAUSES)
                .toList();
    }

    private @Nullable Query words(List<Clause> clauses) {
        Map<String, Integer> counts = counts(clauses, Fields.ALL);
        if (counts.isEmpty()) {
            return onlyStopWords(clauses);
        }
        BooleanQuery.Builder sum = new BooleanQuery.Builder();
        counts.forEach((term, count) -> {
            float weight = (float) Math.sqrt(count);
            sum.add(weighted(term(Fields.ALL, term), weight), SHOULD);
            sum.add(weighted(term(Fields.NAME, term), weight), SHOULD);
        });
        return sum.build();
    }

    private @Nullable Query onlyStopWords(List<Clause> clauses) {
        Map<String, Integer> counts = counts(clauses, Fields.TITLE);
        if (counts.isEmpty()) {
            return null;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        counts.keySet().forEach(term -> all.add(term(Fields.TITLE, term), MUST));
        return all.build();
    }

    private Map<String, Integer> counts(List<Clause> clauses, String field) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        clauses.stream()
                .filter(clause -> !clause.excluded() && !clause.required())
                .flatMap(clause -> analysis.terms(field, clause.text()).stream())
                .filter(term -> counts.size() < MOST_TERMS || counts.containsKey(term))
                .forEach(term -> counts.merge(term, 1, Integer::sum));
        return counts;
    }

    private Query clause(Clause clause) {
        String field = field(clause.field());
        Query query = any(field, clause);
        if (query == null && clause.field() == SearchField.ANY) {
            query = any(Fields.TITLE, clause);
        }
        return query == null ? MatchNoDocsQuery.INSTANCE : query;
    }

    private @Nullable Query any(String field, Clause clause) {
        return clause.phrase()
                ? builder.createPhraseQuery(field, clause.text())
                : builder.createBooleanQuery(field, clause.text(), MUST);
    }

    private static String field(SearchField field) {
        return switch (field) {
            case ANY -> Fields.ALL;
            case TITLE -> Fields.TITLE;
            case AUTHOR -> Fields.AUTHOR;
            case DOI -> Fields.DOI;
            case DOCTOR -> Fields.DOCTOR;
        };
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
            query.add(KeywordField.newSetQuery(field, terms), FILTER);
        }
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private static Query weighted(Query query, float weight) {
        return weight == 1 ? query : new BoostQuery(query, weight);
    }
}
