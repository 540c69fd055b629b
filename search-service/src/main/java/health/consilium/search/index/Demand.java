package health.consilium.search.index;

import java.util.List;

/** What a document must have, every one of it, or must not have. Without words, it is what no document has. */
public record Demand(List<Words> words, boolean excluded) {}
