package health.consilium.benchmarks.speed;

import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.JsonNode;

/** Makes Lucene's queries of OpenSearch's, as far as our service asks any: fields and terms are the same. */
final class LuceneQueries {
    private static final Map<String, Occur> CLAUSES =
            Map.of("must", Occur.MUST, "should", Occur.SHOULD, "filter", Occur.FILTER, "must_not", Occur.MUST_NOT);
    /** Where the analysis left a word out. */
    private static final String HOLE = "_";

    private LuceneQueries() {}

    static Query of(JsonNode query) {
        Map.Entry<String, JsonNode> kind = only(query);
        return switch (kind.getKey()) {
            case "bool" -> bool(kind.getValue());
            case "term" -> term(only(kind.getValue()));
            case "match_phrase" -> phrase(only(kind.getValue()));
            case "terms" -> anyOf(kind.getValue());
            case "exists" -> new FieldExistsQuery(kind.getValue().path("field").asString());
            case "match_none" -> MatchNoDocsQuery.INSTANCE;
            default -> throw new IllegalArgumentException("Not known: " + kind.getKey());
        };
    }

    private static Query bool(JsonNode bool) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        CLAUSES.forEach((name, occur) -> bool.path(name).forEach(clause -> query.add(of(clause), occur)));
        return query.build();
    }

    private static Query term(Map.Entry<String, JsonNode> field) {
        JsonNode what = field.getValue();
        return weighted(
                new TermQuery(new Term(field.getKey(), what.path("value").asString())), what);
    }

    private static Query phrase(Map.Entry<String, JsonNode> field) {
        JsonNode what = field.getValue();
        PhraseQuery.Builder phrase =
                new PhraseQuery.Builder().setSlop(what.path("slop").asInt());
        List<String> terms = List.of(what.path("query").asString().split(" "));
        for (int at = 0; at < terms.size(); at++) {
            if (!terms.get(at).equals(HOLE)) {
                phrase.add(new Term(field.getKey(), terms.get(at)), at);
            }
        }
        return weighted(phrase.build(), what);
    }

    private static Query anyOf(JsonNode terms) {
        String field = terms.propertyNames().stream()
                .filter(name -> !name.equals("boost"))
                .findFirst()
                .orElseThrow();
        return new TermInSetQuery(
                field,
                terms.path(field)
                        .valueStream()
                        .map(value -> new BytesRef(value.asString()))
                        .toList());
    }

    private static Query weighted(Query query, JsonNode what) {
        return new BoostQuery(query, what.path("boost").floatValue(1));
    }

    private static Map.Entry<String, JsonNode> only(JsonNode object) {
        return object.properties().iterator().next();
    }
}
