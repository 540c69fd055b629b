package health.consilium.content.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A published article in a list: its text was saved at {@code updatedAt}, it changed for readers at the next. */
record ArticleSummary(
        String id,
        @Nullable String uri,
        String kind,
        @Nullable String type,
        String title,
        @Nullable String surtitle,
        @Nullable String description,
        String language,
        int order,
        boolean hidden,
        Instant createdAt,
        Instant updatedAt,
        Instant changedAt,
        long version) {

    static final String COLUMNS = "p.id, p.uri, p.kind, p.type, p.title, p.surtitle, p.description, p.language,"
            + " p.sort_order, p.hidden, p.created_at, p.updated_at, p.changed_at,"
            + " p.version";

    static ArticleSummary of(ResultSet row, int number) throws SQLException {
        return new ArticleSummary(
                row.getString("id"),
                row.getString("uri"),
                row.getString("kind"),
                row.getString("type"),
                row.getString("title"),
                row.getString("surtitle"),
                row.getString("description"),
                row.getString("language"),
                row.getInt("sort_order"),
                row.getBoolean("hidden"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }
}
