package health.consilium.search.index;

/** How many of the results have a value. */
public record FacetCount(String value, long count) {}
