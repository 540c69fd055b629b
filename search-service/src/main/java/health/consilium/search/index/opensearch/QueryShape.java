package health.consilium.search.index.opensearch;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.index.Demand;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.Filters;
import health.consilium.search.index.Scored;
import health.consilium.search.index.Wanted;
import health.consilium.search.index.Words;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.BoolQuery;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/** Turns what is wanted into the cluster's query. */
final class QueryShape {

    private QueryShape() {}

    /** Matches what is wanted by its words. */
    static Query query(Wanted wanted, Filters filters) {
        BoolQuery.Builder query = new BoolQuery.Builder();
        for (Demand demand : wanted.demands()) {
            Query all = demand(demand);
            query = demand.excluded() ? query.mustNot(all) : query.must(all);
        }
        if (!wanted.scored().isEmpty()) {
            Query sum = sum(wanted.scored());
            query = wanted.demandsSomething() ? query.should(sum) : query.must(sum);
        } else if (!wanted.demandsSomething()) {
            query.filter(wanted.everything() ? everyDocument() : nothing());
        }
        return query.filter(passing(filters)).build().toQuery();
    }

    /** Matches what meets the demands, whatever its words. */
    static Query allowed(Wanted wanted, Filters filters) {
        BoolQuery.Builder query = new BoolQuery.Builder().filter(everyDocument());
        for (Demand demand : wanted.demands()) {
            Query all = demand(demand);
            query = demand.excluded() ? query.mustNot(all) : query.filter(all);
        }
        return query.filter(passing(filters)).build().toQuery();
    }

    /** Scores words without demanding any. */
    static Query sum(Collection<Scored> scored) {
        return any(scored.stream()
                .map(each -> words(each.words(), each.slop(), each.weight()))
                .toList());
    }

    /** The same query, of some documents only. */
    static Query among(Collection<String> ids, Query query) {
        return Query.of(all -> all.bool(bool -> bool.must(query).filter(named(ids))));
    }

    /** The same query, without some documents. */
    static Query except(Collection<String> ids, Query query) {
        return Query.of(all -> all.bool(bool -> bool.must(query).mustNot(named(ids))));
    }

    static Query named(Collection<String> ids) {
        return Query.of(query -> query.ids(documents -> documents.values(List.copyOf(ids))));
    }

    static Query everyDocument() {
        return Query.of(query -> query.exists(exists -> exists.field("type")));
    }

    private static Query nothing() {
        return Query.of(query -> query.matchNone(none -> none));
    }

    private static Query demand(Demand demand) {
        List<Query> all =
                demand.words().stream().map(words -> words(words, 0, 1)).toList();
        return all.isEmpty() ? nothing() : Query.of(query -> query.bool(bool -> bool.must(all)));
    }

    private static Query any(List<Query> queries) {
        return Query.of(query -> query.bool(bool -> bool.should(queries)));
    }

    private static Query words(Words words, int slop, float weight) {
        String field = field(words.field());
        if (words.terms().size() == 1) {
            return Query.of(query -> query.term(term -> term.field(field)
                    .value(FieldValue.of(words.terms().getFirst()))
                    .boost(weight)));
        }
        String phrase = AnalysedText.joined(words.terms(), words.positions());
        return Query.of(query -> query.matchPhrase(
                match -> match.field(field).query(phrase).slop(slop).boost(weight)));
    }

    static String field(IndexField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static List<Query> passing(Filters filters) {
        Map<String, List<FieldValue>> wanted = Map.of(
                "type",
                filters.types().stream()
                        .map(DocumentType::value)
                        .map(FieldValue::of)
                        .toList(),
                "specialty",
                values(filters.specialties()),
                "classification",
                values(filters.classifications()),
                "language",
                values(filters.languages()),
                "year",
                filters.years().stream().map(FieldValue::of).toList());
        return wanted.entrySet().stream()
                .filter(filter -> !filter.getValue().isEmpty())
                .map(filter -> Query.of(query ->
                        query.terms(terms -> terms.field(filter.getKey()).terms(any -> any.value(filter.getValue())))))
                .toList();
    }

    private static List<FieldValue> values(Collection<String> values) {
        return values.stream().map(FieldValue::of).toList();
    }
}
