package health.consilium.search.index;

/** A stretch of a text in UTF-16 code units, {@code end} exclusive. */
public record Span(int start, int end) {}
