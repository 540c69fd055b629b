package health.consilium.search.query;

import health.consilium.search.index.Wanted;

/**
 * What was typed, understood.
 *
 * @param text the plain words as they were typed, which have a meaning together; empty when there are none
 * @param sentence whether the words are a sentence, rather than the name of something
 */
record Interpretation(Wanted wanted, String text, boolean sentence) {}
