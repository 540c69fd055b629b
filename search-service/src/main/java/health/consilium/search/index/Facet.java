package health.consilium.search.index;

/** An attribute whose values can be counted. */
public enum Facet {
    TYPE,
    SPECIALTY,
    CLASSIFICATION,
    YEAR
}
