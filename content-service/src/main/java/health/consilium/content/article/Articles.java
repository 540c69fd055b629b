package health.consilium.content.article;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps articles and their revisions. Who changes one locks it first, so that its versions are made one by one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Articles {

    private static final String REVISED = """
            with revision as (
                insert into article_revision (article_id, version, content, saved_by, saved_at)
                values (:id, :draftVersion, cast(:content as jsonb), :savedBy, :savedAt))
            """;
    private static final String INSERT = """
            insert into article (id, kind, uri, version, state_version, draft_version, draft_authors, review_state,
                publish_at, allow_missing_links, live_version, rendered_version, published_at, withdrawn_at,
                created_at, import_name, import_hash)
            values (:id, :kind, :uri, :version, :stateVersion, :draftVersion, :draftAuthors, :reviewState,
                :publishAt, :allowMissingLinks, :liveVersion, :renderedVersion, :publishedAt, :withdrawnAt,
                :createdAt, :importName, :importHash)
            """;
    private static final String UPDATE = """
            update article set uri = :uri, version = :version, state_version = :stateVersion,
                draft_version = :draftVersion, draft_authors = :draftAuthors, review_state = :reviewState,
                publish_at = :publishAt, allow_missing_links = :allowMissingLinks, live_version = :liveVersion,
                rendered_version = :renderedVersion, published_at = :publishedAt, withdrawn_at = :withdrawnAt,
                import_name = :importName, import_hash = :importHash
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Articles(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The article, kept from all other writers until the transaction ends; a 404 problem where there is none. */
    public Article lock(String id) {
        return lockIfPresent(id).orElseThrow(() -> notFound(id));
    }

    /** The article, kept from all other writers until the transaction ends. */
    public Optional<Article> lockIfPresent(String id) {
        return jdbc.sql("select * from article where id = ? for update")
                .param(id)
                .query(ArticleRow::article)
                .optional();
    }

    /** Those of these articles that exist, by id, kept from all other writers and locked in one order. */
    public Map<String, Article> lockAll(List<String> ids) {
        Map<String, Article> locked = new HashMap<>();
        jdbc.sql("select * from article where id = any(:ids) order by id for update")
                .param("ids", ids.toArray(String[]::new))
                .query(ArticleRow::article)
                .list()
                .forEach(article -> locked.put(article.id(), article));
        return locked;
    }

    /**
     * Announces that this transaction runs the same few statements many times: planning each of them anew would take
     * longer than running it.
     */
    public void planOnce() {
        jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
    }

    /** The article unless someone else holds it just now. */
    public Optional<Article> lockIfFree(String id) {
        return jdbc.sql("select * from article where id = ? for update skip locked")
                .param(id)
                .query(ArticleRow::article)
                .optional();
    }

    /** A page and all pages below it, locked in an order that no two movers can cross. */
    public List<Article> lockTree(String uri) {
        return jdbc.sql("select * from article where uri = :uri or uri like :below order by id for update")
                .param("uri", uri)
                .param("below", PageUri.likeBelow(uri))
                .query(ArticleRow::article)
                .list();
    }

    /** The next ids in their order, their articles kept from all writers until the transaction ends. */
    public List<String> lockAfter(String id, int most) {
        return jdbc.sql("select id from article where id > ? order by id limit ? for update")
                .params(id, most)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The article as it is, for reading; a 404 problem where there is none. */
    public Article get(String id) {
        return jdbc.sql("select * from article where id = ?")
                .param(id)
                .query(ArticleRow::article)
                .optional()
                .orElseThrow(() -> notFound(id));
    }

    /** Whose uri this is, drafts and withdrawn articles included. */
    public Optional<String> ownerOf(String uri) {
        return jdbc.sql("select id from article where uri = ?")
                .param(uri)
                .query(String.class)
                .optional();
    }

    public boolean exists(String id) {
        return jdbc.sql("select exists (select from article where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Those whose scheduled time has come. */
    public List<String> due(Instant now, int most) {
        return jdbc.sql("select id from article where publish_at <= ? order by publish_at limit ?")
                .params(Timestamp.from(now), most)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Adds an article with its first revision. */
    public void add(Article article, ArticleContent content, @Nullable String savedBy, Instant savedAt) {
        write(REVISED + INSERT, article, content, savedBy, savedAt);
    }

    /** Saves an article together with a new revision, made at its draft version. */
    public void save(Article article, ArticleContent content, @Nullable String savedBy, Instant savedAt) {
        write(REVISED + UPDATE, article, content, savedBy, savedAt);
    }

    /** Saves an article whose text has not changed. */
    public void save(Article article) {
        jdbc.sql(UPDATE).params(ArticleRow.columns(article)).update();
    }

    /** Saves several articles at their new places at once, so that one may take the place another leaves. */
    public void relocate(List<Article> moved) {
        jdbc.sql("""
                        update article set uri = place.uri, version = place.version, state_version = place.version,
                            rendered_version = place.rendered
                        from unnest(:ids, :uris, :versions, :rendered) as place (id, uri, version, rendered)
                        where article.id = place.id
                        """)
                .param("ids", moved.stream().map(Article::id).toArray(String[]::new))
                .param("uris", moved.stream().map(Article::uri).toArray(String[]::new))
                .param("versions", moved.stream().map(Article::version).toArray(Long[]::new))
                .param("rendered", moved.stream().map(Article::renderedVersion).toArray(Long[]::new))
                .update();
    }

    /** The content of one version. */
    public Revision revision(String id, long version) {
        return jdbc.sql("select * from article_revision where article_id = ? and version = ?")
                .params(id, version)
                .query((row, number) -> new Revision(
                        id,
                        version,
                        json.readValue(row.getString("content"), ArticleContent.class),
                        row.getString("saved_by"),
                        row.getTimestamp("saved_at").toInstant()))
                .single();
    }

    private void write(String sql, Article article, ArticleContent content, @Nullable String savedBy, Instant savedAt) {
        jdbc.sql(sql)
                .params(ArticleRow.columns(article))
                .param("content", json.writeValueAsString(content))
                .param("savedBy", savedBy)
                .param("savedAt", Timestamp.from(savedAt))
                .update();
    }

    private static ProblemException notFound(String id) {
        return new ProblemException(ProblemTypes.NOT_FOUND, "There is no article with the id '%s'.".formatted(id));
    }
}
