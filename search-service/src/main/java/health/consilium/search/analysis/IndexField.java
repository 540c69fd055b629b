package health.consilium.search.analysis;

/** A field of the index that has terms. */
public enum IndexField {
    /** Everything a document can be found by: stems, without words that carry no meaning. */
    ALL,
    /** Title and topics, which are evidence apart from the rest: stems, as in {@link #ALL}. */
    NAME,
    /** The title and each topic as a whole: one term, whatever the order of its words. */
    WHOLE,
    /** Everything once more, in the words' own forms. */
    WORD,
    /** The title's stems, words that carry no meaning included. */
    TITLE,
    AUTHOR,
    DOCTOR,
    DOI
}
