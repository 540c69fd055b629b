package health.consilium.qa.publication;

import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
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
            List<String> keys = cursors.decode(list(order), cursor, 2);
            parameters.put("day", LocalDate.parse(keys.get(0)));
            parameters.put("id", UUID.fromString(keys.get(1)));
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

    private String cursor(Order order, Item last) {
        return cursors.encode(
                list(order), List.of(last.listedOn().toString(), last.question().id()));
    }

    private static String list(Order order) {
        return "questions " + order.label();
    }

    private record Item(LocalDate listedOn, QuestionSummary question) {}
}
