package health.consilium.benchmarks.relevance.measure;

/** A document that was found, with the score it was ranked by. */
public record Hit(String document, double score) {}
