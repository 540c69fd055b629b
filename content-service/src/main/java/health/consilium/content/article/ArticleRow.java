package health.consilium.content.article;

import health.consilium.content.article.Article.ReviewState;
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
        return new Article(
                row.getString("id"),
                ArticleKind.of(row.getString("kind")),
                row.getString("uri"),
                row.getLong("version"),
                row.getLong("draft_version"),
                List.of((String[]) row.getArray("draft_authors").getArray()),
                reviewState(row.getString("review_state")),
                row.getObject("live_version", Long.class),
                row.getObject("rendered_version", Long.class),
                instant(row, "published_at"),
                instant(row, "withdrawn_at"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "publish_at"),
                row.getString("import_hash"));
    }

    static Map<String, @Nullable Object> columns(Article article) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", article.id());
        columns.put("kind", article.kind().toString());
        columns.put("uri", article.uri());
        columns.put("version", article.version());
        columns.put("draftVersion", article.draftVersion());
        columns.put("draftAuthors", article.draftAuthors().toArray(String[]::new));
        columns.put("reviewState", column(article.reviewState()));
        columns.put("liveVersion", article.liveVersion());
        columns.put("renderedVersion", article.renderedVersion());
        columns.put("publishedAt", timestamp(article.publishedAt()));
        columns.put("withdrawnAt", timestamp(article.withdrawnAt()));
        columns.put("createdAt", Timestamp.from(article.createdAt()));
        columns.put("publishAt", timestamp(article.publishAt()));
        columns.put("importHash", article.importHash());
        return columns;
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
