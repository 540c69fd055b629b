package health.consilium.search.index;

/** Where a word is looked for. */
public enum SearchField {
    ANY,
    TITLE,
    AUTHOR,
    DOI,
    DOCTOR
}
