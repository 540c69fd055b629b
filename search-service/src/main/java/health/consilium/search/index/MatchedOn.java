package health.consilium.search.index;

import java.util.Locale;

/** The part of a document that a query's words were found in. */
public enum MatchedOn {
    TITLE,
    TOPIC,
    HEADING,
    BODY,
    AUTHOR,
    DOCTOR,
    DOI,
    /** Words that stand for those typed. */
    SYNONYM,
    /** No word: the text means something alike. */
    MEANING;

    /** The name on the wire, such as {@code title}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
