package health.consilium.search.index;

/**
 * Words that raise the score of the documents that have them.
 *
 * @param slop how far the words of a phrase may be moved
 * @param synonym whether they were not typed but stand for what was typed
 */
public record Scored(Words words, float weight, int slop, boolean synonym) {}
