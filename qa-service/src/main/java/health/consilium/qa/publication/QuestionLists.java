package health.consilium.qa.publication;

import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Lists of published questions; a cursor holds its list's order, so it can't be carried to another. */
@Repository
class QuestionLists {

    private final JdbcClient jdbc;
    private final Cursors cursors;
    private final JsonMapper json;

    QuestionLists(JdbcClient jdbc, Cursors cursors, JsonMapper json) {
        this.jdbc = jdbc;
        this.cursors = cursors;
        this.json = json;
    }

    Page<QuestionSummary> page(Filter filter, Order order, Limit limit, @Nullable String cursor) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        parameters.put("limit", limit.value() + 1);
        String after = "";
        if (cursor != null) {
            List<String> keys = keys(cursor, order);
            parameters.put("day", LocalDate.parse(keys.get(1)));
            parameters.put("id", UUID.fromString(keys.get(2)));
            after = order.after();
        }
        List<Item> found = jdbc.sql("SELECT listed_on, summary FROM published_question WHERE state <> 'withdrawn'"
                        + filter.sql() + after + order.by() + " LIMIT :limit")
                .params(parameters)
                .query((row, number) -> new Item(
                        row.getObject("listed_on", LocalDate.class),
                        json.readValue(row.getBytes("summary"), QuestionSummary.class)))
                .list();
        Page<Item> page = Page.of(found, limit, last -> cursor(order, last));
        return new Page<>(page.items().stream().map(Item::question).toList(), page.next());
    }

    private List<String> keys(String cursor, Order order) {
        List<String> keys = cursors.decode(cursor, 3);
        if (!keys.getFirst().equals(order.label())) {
            throw new ProblemException(ProblemTypes.INVALID_CURSOR, "This cursor belongs to a list in another order.")
                    .error("cursor", "is not a cursor of this list");
        }
        return keys;
    }

    private String cursor(Order order, Item last) {
        return cursors.encode(List.of(
                order.label(), last.listedOn().toString(), last.question().id()));
    }

    private record Item(LocalDate listedOn, QuestionSummary question) {}
}
