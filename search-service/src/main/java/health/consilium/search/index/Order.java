package health.consilium.search.index;

/** How results are ranked. */
public enum Order {
    RELEVANCE,
    NEWEST
}
