package health.consilium.search.index;

/** Everything the index holds of one document at one version. */
public record SearchDocument(DocumentKey key, long version, SearchText text, Attributes attributes) {}
