package health.consilium.content.page;

import health.consilium.content.article.PageUri;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses, former uris and references in the database; one statement for each question. */
@Component
class PageTables {

    private static final String LOOK_UP = """
            select 'uri' as what, uri as key, a.* from address a where uri = any(:keys)
            union all
            select 'id', id, a.* from address a where id = any(:keys)
            union all
            select 'former', f.uri, a.* from former_uri f join address a on a.id = f.article_id where f.uri = any(:keys)
            union all
            (select 'previous', id, a.* from address a
             where parent_uri = :parent and not hidden and not withdrawn and id <> :id
                 and (sort_order, uri) < (:order, :uri)
             order by sort_order desc, uri desc limit 1)
            union all
            (select 'next', id, a.* from address a
             where parent_uri = :parent and not hidden and not withdrawn and id <> :id
                 and (sort_order, uri) > (:order, :uri)
             order by sort_order, uri limit 1)
            union all
            (select 'own', f.uri, :id, null, null, '', 0, false, false from former_uri f
             where f.article_id = :id and f.uri is distinct from :uri order by moved_at desc, f.uri)
            """;
    private static final String PLACE = """
            with old as (
                select uri, title, sort_order, hidden, withdrawn from address where id = :id),
            placed as (
                insert into address (id, uri, parent_uri, title, sort_order, hidden, withdrawn)
                values (:id, :uri, :parent, :title, :order, :hidden, false)
                on conflict (id) do update set uri = excluded.uri, parent_uri = excluded.parent_uri,
                    title = excluded.title, sort_order = excluded.sort_order, hidden = excluded.hidden,
                    withdrawn = false),
            forgotten as (
                delete from reference where source_id = :id and key <> all(:keys)),
            remembered as (
                insert into reference (source_id, key, link) select :id, key, link from unnest(:keys, :links) as k (key, link)
                on conflict (source_id, key) do update set link = excluded.link
                where reference.link is distinct from excluded.link),
            reclaimed as (
                delete from former_uri where uri = :uri returning article_id)
            select article_id from reclaimed
            union all
            select '' where not exists (
                select from old where (uri, title, sort_order, hidden, withdrawn)
                    is not distinct from (:uri, :title, :order, :hidden, false))
            """;
    private static final String DEPENDENTS = """
            select r.source_id from address a join reference r on r.key in (a.id, a.uri) where a.id = :id
            union
            select r.source_id from former_uri f join reference r on r.key = f.uri where f.article_id = :id
            union
            (select b.id from address a join address b on b.parent_uri = a.parent_uri
                 and (b.sort_order, b.uri) < (a.sort_order, a.uri)
             where a.id = :id and not b.hidden and not b.withdrawn order by b.sort_order desc, b.uri desc limit 1)
            union
            (select b.id from address a join address b on b.parent_uri = a.parent_uri
                 and (b.sort_order, b.uri) > (a.sort_order, a.uri)
             where a.id = :id and not b.hidden and not b.withdrawn order by b.sort_order, b.uri limit 1)
            """;

    private final JdbcClient jdbc;

    PageTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Directory lookUp(Address self, Set<String> linkKeys, Set<String> otherKeys) {
        var directory = new Directory();
        jdbc.sql(LOOK_UP)
                .param(
                        "keys",
                        Stream.concat(linkKeys.stream(), otherKeys.stream()).toArray(String[]::new))
                .param("id", self.id())
                .param("uri", self.uri())
                .param("parent", self.parentUri())
                .param("order", self.order())
                .query((RowCallbackHandler)
                        row -> directory.add(row.getString("what"), row.getString("key"), address(row)));
        return directory;
    }

    Placement place(Address address, Set<String> linkKeys, Set<String> otherKeys) {
        var keys = new ArrayList<>(linkKeys);
        otherKeys.stream().filter(key -> !linkKeys.contains(key)).forEach(keys::add);
        List<String> touched = jdbc.sql(PLACE)
                .param("id", address.id())
                .param("uri", address.uri())
                .param("parent", address.parentUri())
                .param("title", address.title())
                .param("order", address.order())
                .param("hidden", address.hidden())
                .param("keys", keys.toArray(String[]::new))
                .param("links", keys.stream().map(linkKeys::contains).toArray(Boolean[]::new))
                .query((row, number) -> row.getString(1))
                .list();
        return new Placement(
                touched.contains(""),
                touched.stream().filter(id -> !id.isEmpty()).toList());
    }

    void withdraw(String id) {
        jdbc.sql("update address set withdrawn = true where id = ?").param(id).update();
        jdbc.sql("delete from reference where source_id = ?").param(id).update();
    }

    void relocate(String id, @Nullable String uri) {
        String parent = uri == null ? null : Objects.requireNonNullElse(PageUri.parentOf(uri), "");
        jdbc.sql("update address set uri = :uri, parent_uri = :parent where id = :id")
                .param("uri", uri)
                .param("parent", parent)
                .param("id", id)
                .update();
    }

    void redirect(List<PageRef> left) {
        jdbc.sql("""
                        insert into former_uri (uri, article_id, moved_at)
                        select uri, id, clock_timestamp() from unnest(:uris, :ids) as l (uri, id)
                        on conflict (uri) do update set article_id = excluded.article_id, moved_at = excluded.moved_at
                        """)
                .param("uris", left.stream().map(PageRef::uri).toArray(String[]::new))
                .param("ids", left.stream().map(PageRef::id).toArray(String[]::new))
                .update();
    }

    List<String> dependentsOf(String id) {
        return jdbc.sql(DEPENDENTS).param("id", id).query((row, number) -> row.getString(1)).list().stream()
                .filter(other -> !other.equals(id))
                .toList();
    }

    static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getString("id"),
                row.getString("uri"),
                row.getString("title"),
                row.getInt("sort_order"),
                row.getBoolean("hidden"),
                row.getBoolean("withdrawn"));
    }
}
