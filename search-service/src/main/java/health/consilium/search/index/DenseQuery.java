package health.consilium.search.index;

/**
 * What to find by meaning.
 *
 * @param vector of unit length
 * @param weight of the meaning's part of the score, beside the words' part of 1
 * @param alone whether the words only filter and do not count
 */
@SuppressWarnings("ArrayRecordComponent")
public record DenseQuery(float[] vector, float weight, boolean alone) {}
