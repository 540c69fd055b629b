/** How well rankings answer judged topics: nDCG, MRR and the others, with their standard errors. */
@NullMarked
package health.consilium.benchmarks.relevance.measure;

import org.jspecify.annotations.NullMarked;
