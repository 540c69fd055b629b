package health.consilium.content.article;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an article has a place in the uri tree or stands by itself. */
public enum ArticleKind {
    PAGE,
    POST;

    /** Reads {@code page} or {@code post}. */
    @JsonCreator
    public static ArticleKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
