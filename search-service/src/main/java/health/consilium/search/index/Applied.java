package health.consilium.search.index;

/** How many changes of a batch altered the index, and how many were dropped as already seen. */
public record Applied(int applied, int dropped) {}
