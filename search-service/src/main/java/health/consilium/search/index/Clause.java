package health.consilium.search.index;

/**
 * One part of what was typed. Plain words are alternatives that add up; phrases and words in a named field
 * are required; excluded ones must be absent.
 */
public record Clause(SearchField field, String text, boolean phrase, boolean excluded) {

    /** Whether a document has to have it. */
    public boolean required() {
        return !excluded && (phrase || field != SearchField.ANY);
    }
}
