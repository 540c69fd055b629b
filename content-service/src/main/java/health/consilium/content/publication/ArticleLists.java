package health.consilium.content.publication;

import health.consilium.content.article.Moments;
import health.consilium.content.article.PageUri;
import health.consilium.content.publication.PublishedArticles.Published;
import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of published articles, paged by keys that stay with an article while others come and go. */
@Component
class ArticleLists {

    private final JdbcClient jdbc;
    private final Cursors cursors;

    ArticleLists(JdbcClient jdbc, Cursors cursors) {
        this.jdbc = jdbc;
        this.cursors = cursors;
    }

    Page<ArticleSummary> list(ArticleFilter filter, Limit limit, @Nullable String cursor) {
        var conditions = new Conditions();
        if (!Boolean.TRUE.equals(filter.hidden())) {
            conditions.add("not p.hidden");
        }
        String under = filter.under();
        if (under != null) {
            conditions.add("(p.uri = :under or p.uri like :below)");
            conditions.with("under", under).with("below", PageUri.likeBelow(under));
        }
        conditions.equal("p.type", "type", filter.type());
        conditions.equal("p.language", "language", filter.language());
        if (filter.classification() != null) {
            conditions.add("p.classifications @> array[cast(:classification as text)]");
            conditions.with("classification", filter.classification());
        }
        if (filter.contributor() != null) {
            conditions.add("p.contributors @> array[cast(:contributor as text)]");
            conditions.with("contributor", filter.contributor().toLowerCase(Locale.ROOT));
        }
        Instant updatedSince = Moments.ordinary(filter.updatedSince(), "updatedSince");
        if (updatedSince != null) {
            conditions.add("p.changed_at >= :updatedSince");
            conditions.with("updatedSince", Timestamp.from(updatedSince));
        }
        return page(conditions, ArticleSort.of(filter.sort()), limit, cursor);
    }

    Page<ArticleSummary> children(Published parent, Limit limit, @Nullable String cursor) {
        var conditions = new Conditions();
        conditions.add("not p.hidden");
        conditions.add("p.id in (select id from address where parent_uri = :parent)");
        conditions.with("parent", parent.uri());
        return page(conditions, ArticleSort.RANK, limit, cursor);
    }

    Page<ArticleSummary> backlinks(Published target, Limit limit, @Nullable String cursor) {
        var conditions = new Conditions();
        conditions.add("""
                p.id in (select source_id from reference where link and source_id <> :target and key = any(
                    array(select uri from former_uri where article_id = :target)
                    || array[cast(:target as text), cast(:uri as text)]))
                """);
        conditions.with("target", target.id()).with("uri", target.uri());
        return page(conditions, ArticleSort.ID, limit, cursor);
    }

    private Page<ArticleSummary> page(Conditions conditions, ArticleSort sort, Limit limit, @Nullable String cursor) {
        if (cursor != null) {
            List<String> keys = cursors.decode("articles", cursor, 3);
            conditions.add(sort.after(keys.getFirst()));
            conditions.with("afterKey", sort.key(keys.get(1))).with("afterId", keys.get(2));
        }
        String sql = "select %s from published_article p where p.withdrawn_at is null %s order by %s limit :most"
                .formatted(ArticleSummary.COLUMNS, conditions.sql(), sort.order());
        List<ArticleSummary> found = jdbc.sql(sql)
                .params(conditions.values)
                .param("most", limit.value() + 1)
                .query(ArticleSummary::of)
                .list();
        return Page.of(
                found,
                limit,
                last -> cursors.encode("articles", List.of(sort.name(), sort.keyOf(last), sort.tieOf(last))));
    }

    /** What a list asks for, as SQL with its values. */
    private static final class Conditions {

        private final StringJoiner sql = new StringJoiner(" and ", " and ", "").setEmptyValue("");
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

        void add(String condition) {
            sql.add(condition);
        }

        void equal(String column, String name, @Nullable String value) {
            if (value != null) {
                add(column + " = :" + name);
                with(name, value);
            }
        }

        Conditions with(String name, @Nullable Object value) {
            values.put(name, value);
            return this;
        }

        String sql() {
            return sql.toString();
        }
    }
}
