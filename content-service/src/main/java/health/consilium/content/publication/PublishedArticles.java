package health.consilium.content.publication;

import health.consilium.content.article.Article;
import health.consilium.content.article.ArticleContent;
import health.consilium.content.article.Classification;
import health.consilium.content.article.Contributor;
import health.consilium.content.article.Revision;
import health.consilium.content.publication.Renderer.Rendering;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The projection of articles: a row for each that is or was public, with the bytes its readers get. */
@Component
class PublishedArticles {

    /** A published document; {@code withdrawn} when its bytes tell of nothing but that. */
    @SuppressWarnings("ArrayRecordComponent")
    record Published(String id, @Nullable String uri, long version, byte[] document, boolean withdrawn) {}

    /** Longer ones can be read, but not searched for. */
    private static final int LONGEST_NAME = 300;

    private static final String WRITE = """
            with queued as (
                insert into rerender (article_id, fan_out, due_at)
                select id, fan_out, :queuedDue from unnest(:queuedIds, :queuedFanOut) as q (id, fan_out))
            insert into published_article (id, version, document, uri, kind, type, title, surtitle, description,
                language, sort_order, hidden, classifications, contributors, created_at, updated_at, changed_at,
                withdrawn_at)
            values (:id, :version, :document, :uri, :kind, :type, :title, :surtitle, :description,
                :language, :order, :hidden, :classifications, :contributors, :createdAt, :updatedAt,
                coalesce(cast(:changedAt as timestamptz), now()), null)
            on conflict (id) do update set version = excluded.version, document = excluded.document,
                uri = excluded.uri, type = excluded.type, title = excluded.title, surtitle = excluded.surtitle,
                description = excluded.description, language = excluded.language, sort_order = excluded.sort_order,
                hidden = excluded.hidden, classifications = excluded.classifications,
                contributors = excluded.contributors, updated_at = excluded.updated_at,
                changed_at = coalesce(cast(:changedAt as timestamptz),
                published_article.changed_at), withdrawn_at = null
            """;

    private final JdbcClient jdbc;

    PublishedArticles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores a document and, in the same statement, what is to be rendered again because of it.
     *
     * @param changedAt when an editor or import changed it; {@code null} when only what is around it changed
     */
    void write(
            Rendering rendering,
            byte[] document,
            @Nullable Instant changedAt,
            List<RerenderQueue.Entry> queued,
            Instant queuedDue) {
        Article article = rendering.article();
        Revision revision = rendering.revision();
        ArticleContent content = revision.content();
        jdbc.sql(WRITE)
                .param(
                        "queuedIds",
                        queued.stream().map(RerenderQueue.Entry::articleId).toArray(String[]::new))
                .param(
                        "queuedFanOut",
                        queued.stream().map(RerenderQueue.Entry::fanOut).toArray(Boolean[]::new))
                .param("queuedDue", Timestamp.from(queuedDue))
                .param("id", article.id())
                .param("version", article.renderedVersion())
                .param("document", document)
                .param("uri", article.uri())
                .param("kind", article.kind().toString())
                .param("type", content.type())
                .param("title", content.title())
                .param("surtitle", content.surtitle())
                .param("description", content.description())
                .param("language", content.language())
                .param("order", content.order())
                .param("hidden", content.hidden())
                .param(
                        "classifications",
                        content.classifications().stream()
                                .map(Classification::id)
                                .toArray(String[]::new))
                .param("contributors", names(content.contributors()))
                .param("createdAt", Timestamp.from(article.createdAt()))
                .param("updatedAt", Timestamp.from(revision.savedAt()))
                .param("changedAt", changedAt == null ? null : Timestamp.from(changedAt))
                .update();
    }

    void withdraw(Article article, byte[] document) {
        jdbc.sql(
                        "update published_article set version = :version, document = :document, withdrawn_at = :at where id = :id")
                .param("version", article.version())
                .param("document", document)
                .param(
                        "at",
                        Timestamp.from(Objects.requireNonNull(article.shown().withdrawnAt(), "its withdrawal")))
                .param("id", article.id())
                .update();
    }

    Optional<Published> find(String id) {
        return jdbc.sql("select id, uri, version, document, withdrawn_at from published_article where id = ?")
                .param(id)
                .query(PublishedArticles::published)
                .optional();
    }

    List<Published> findAll(List<String> ids) {
        return jdbc.sql("""
                        select id, uri, version, document, withdrawn_at from published_article where id = any(:ids)
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query(PublishedArticles::published)
                .list();
    }

    static Published published(ResultSet row, int number) throws SQLException {
        return new Published(
                row.getString("id"),
                row.getString("uri"),
                row.getLong("version"),
                row.getBytes("document"),
                row.getTimestamp("withdrawn_at") != null);
    }

    private static String[] names(List<Contributor> contributors) {
        return contributors.stream()
                .map(contributor -> contributor.name().toLowerCase(Locale.ROOT))
                .filter(name -> name.length() <= LONGEST_NAME)
                .distinct()
                .toArray(String[]::new);
    }
}
