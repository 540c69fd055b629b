package health.consilium.search.query;

import java.util.Locale;

/** What results are found and ranked by. */
enum SearchMode {
    /** Words and meaning. */
    HYBRID,
    /** Words alone. */
    LEXICAL,
    /** Meaning alone. */
    DENSE;

    /** The name on the wire, such as {@code hybrid}. */
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SearchMode of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
