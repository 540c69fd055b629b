package health.consilium.content.publication;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which articles may look different because others changed. */
@Component
class RerenderQueue {

    /** An article to render again; with {@code fanOut}, all that show something of it as well. */
    record Entry(String articleId, boolean fanOut) {}

    private final JdbcClient jdbc;

    RerenderQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<String> articleIds, boolean fanOut, Instant dueAt) {
        jdbc.sql(
                        "insert into rerender (article_id, fan_out, due_at) select id, :fanOut, :dueAt from unnest(:ids) as id")
                .param("ids", articleIds.toArray(String[]::new))
                .param("fanOut", fanOut)
                .param("dueAt", Timestamp.from(dueAt))
                .update();
    }

    /** Articles whose time has come: those of the entries that have waited longest. */
    List<String> due(Instant now, int entries) {
        return jdbc.sql("""
                        select distinct article_id from (
                            select article_id from rerender where due_at <= ? order by due_at, seq limit ?) as longest
                        """)
                .params(Timestamp.from(now), entries)
                .query((row, number) -> row.getString(1))
                .list();
    }

    void postpone(String articleId, Instant until) {
        jdbc.sql("update rerender set due_at = ? where article_id = ?")
                .params(Timestamp.from(until), articleId)
                .update();
    }

    /** Takes all entries of an article; tells for each whether it fans out. Empty when another instance was faster. */
    List<Boolean> take(String articleId) {
        return jdbc.sql("delete from rerender where article_id = ? returning fan_out")
                .param(articleId)
                .query((row, number) -> row.getBoolean(1))
                .list();
    }
}
