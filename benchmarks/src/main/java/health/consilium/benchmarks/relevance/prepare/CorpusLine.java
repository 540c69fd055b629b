package health.consilium.benchmarks.relevance.prepare;

/** A record of a corpus and the id by which it is known in qrels. */
record CorpusLine(String id, Object content) {}
