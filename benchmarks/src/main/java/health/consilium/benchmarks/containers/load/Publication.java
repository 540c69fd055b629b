package health.consilium.benchmarks.containers.load;

/** A publication as it was answered; the word is in this version alone. */
public record Publication(String article, long version, String word, String changeToken) {}
