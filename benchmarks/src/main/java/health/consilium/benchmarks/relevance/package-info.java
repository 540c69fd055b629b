/** Judges the running platform's search by topics and judgements of people, beside plain Lucene. */
@NullMarked
package health.consilium.benchmarks.relevance;

import org.jspecify.annotations.NullMarked;
