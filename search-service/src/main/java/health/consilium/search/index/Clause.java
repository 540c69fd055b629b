package health.consilium.search.index;

import java.util.Locale;

/**
 * One part of what was typed. Plain words are alternatives that add up; phrases and words in a named field
 * are required; excluded ones must be absent.
 */
public record Clause(SearchField field, String text, boolean phrase, boolean excluded) {

    /** The part as one would type it. */
    public String typed() {
        String in = field == SearchField.ANY ? "" : field.name().toLowerCase(Locale.ROOT) + ":";
        return (excluded ? "-" : "") + in + (phrase ? '"' + text + '"' : text);
    }

    /** Whether a document has to have it. */
    public boolean required() {
        return !excluded && (phrase || field != SearchField.ANY);
    }
}
