package health.consilium.content.article;

import health.consilium.content.article.Article.Draft;
import health.consilium.content.article.Article.Origin;
import health.consilium.content.article.Article.ReviewState;
import health.consilium.content.article.Article.Scheduled;
import health.consilium.content.article.Article.Shown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An article as a row of its table. */
final class ArticleRow {

    private ArticleRow() {}

    static Article article(ResultSet row, int number) throws SQLException {
        var draft = new Draft(
                row.getLong("draft_version"),
                List.of((String[]) row.getArray("draft_authors").getArray()),
                reviewState(row.getString("review_state")),
                scheduled(row));
        var shown = new Shown(
                row.getObject("live_version", Long.class),
                row.getObject("rendered_version", Long.class),
                instant(row, "published_at"),
                instant(row, "withdrawn_at"));
        return new Article(
                row.getString("id"),
                ArticleKind.of(row.getString("kind")),
                row.getString("uri"),
                row.getLong("version"),
                row.getLong("state_version"),
                draft,
                shown,
                row.getTimestamp("created_at").toInstant(),
                origin(row));
    }

    static Map<String, @Nullable Object> columns(Article article) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", article.id());
        columns.put("kind", article.kind().toString());
        columns.put("uri", article.uri());
        columns.put("version", article.version());
        columns.put("stateVersion", article.stateVersion());
        columns.put("draftVersion", article.draftVersion());
        columns.put("draftAuthors", article.draft().authors().toArray(String[]::new));
        columns.put("reviewState", column(article.draft().review()));
        Scheduled scheduled = article.draft().scheduled();
        columns.put("publishAt", timestamp(article.publishAt()));
        columns.put("allowMissingLinks", scheduled != null && scheduled.allowMissingLinks());
        columns.put("liveVersion", article.liveVersion());
        columns.put("renderedVersion", article.renderedVersion());
        columns.put("publishedAt", timestamp(article.shown().publishedAt()));
        columns.put("withdrawnAt", timestamp(article.shown().withdrawnAt()));
        columns.put("createdAt", Timestamp.from(article.createdAt()));
        Origin origin = article.origin();
        columns.put("importName", origin == null ? null : origin.name());
        columns.put("importHash", origin == null ? null : origin.hash());
        return columns;
    }

    private static @Nullable Scheduled scheduled(ResultSet row) throws SQLException {
        Instant at = instant(row, "publish_at");
        return at == null ? null : new Scheduled(at, row.getBoolean("allow_missing_links"));
    }

    private static @Nullable Origin origin(ResultSet row) throws SQLException {
        String hash = row.getString("import_hash");
        return hash == null ? null : new Origin(row.getString("import_name"), hash);
    }

    private static ReviewState reviewState(String column) {
        return ReviewState.valueOf(column.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static String column(ReviewState state) {
        return state.name().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
