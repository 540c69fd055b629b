package health.consilium.benchmarks.relevance.platform;

import health.consilium.benchmarks.relevance.measure.Ranking;

/**
 * What a search found for a topic.
 *
 * @param cut whether the query was too long for an address
 * @param otherwise whether the search says that it ranked in another way than it was asked to
 */
public record Found(Ranking ranking, boolean cut, boolean otherwise) {}
