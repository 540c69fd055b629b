package health.consilium.benchmarks.relevance.set;

/** A document as qrels name it, with all its words in one text. */
public record CorpusDocument(String id, String text) {}
