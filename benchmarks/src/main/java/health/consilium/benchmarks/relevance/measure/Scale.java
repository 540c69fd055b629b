package health.consilium.benchmarks.relevance.measure;

/** How a set's grades count: what each is worth, and from which on a document is relevant. */
public record Scale(Gain gain, int relevantFrom) {}
