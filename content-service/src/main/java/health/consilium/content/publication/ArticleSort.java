package health.consilium.content.publication;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An order of articles that a cursor can resume; ids break ties. */
enum ArticleSort {
    NEWEST("p.created_at", false),
    OLDEST("p.created_at", true),
    UPDATED("p.changed_at", true),
    URI("coalesce(p.uri, '')", true),
    RANK("p.sort_order", true),
    ID("cast('' as text)", true);

    private final String column;
    private final boolean ascending;

    ArticleSort(String column, boolean ascending) {
        this.column = column;
        this.ascending = ascending;
    }

    static ArticleSort of(@Nullable String asked) {
        return switch (asked) {
            case null -> NEWEST;
            case "newest" -> NEWEST;
            case "oldest" -> OLDEST;
            case "updated" -> UPDATED;
            case "uri" -> URI;
            default ->
                throw new ProblemException(
                                ProblemTypes.INVALID_REQUEST, "sort is one of newest, oldest, updated and uri.")
                        .error("sort", "is not a known order");
        };
    }

    String order() {
        String direction = ascending ? "asc" : "desc";
        return this == RANK ? "p.sort_order, p.uri" : "%s %s, p.id %s".formatted(column, direction, direction);
    }

    /** The condition for what follows a cursor that was made for the same order. */
    String after(String madeFor) {
        if (!madeFor.equals(name())) {
            throw new ProblemException(ProblemTypes.INVALID_CURSOR, "This cursor belongs to another order.")
                    .error("cursor", "was made for another sort");
        }
        String tie = this == RANK ? "p.uri" : "p.id";
        return "(%s, %s) %s (:afterKey, :afterId)".formatted(column, tie, ascending ? ">" : "<");
    }

    Object key(String text) {
        return switch (this) {
            case NEWEST, OLDEST, UPDATED -> Timestamp.from(Instant.parse(text));
            case RANK -> Integer.valueOf(text);
            case URI, ID -> text;
        };
    }

    String keyOf(ArticleSummary last) {
        return switch (this) {
            case NEWEST, OLDEST -> last.createdAt().toString();
            case UPDATED -> last.changedAt().toString();
            case URI -> Objects.requireNonNullElse(last.uri(), "");
            case RANK -> Integer.toString(last.order());
            case ID -> "";
        };
    }

    String tieOf(ArticleSummary last) {
        return this == RANK ? Objects.requireNonNullElse(last.uri(), "") : last.id();
    }
}
