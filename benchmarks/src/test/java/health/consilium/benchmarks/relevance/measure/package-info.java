/** Measures against values worked out by hand. */
@NullMarked
package health.consilium.benchmarks.relevance.measure;

import org.jspecify.annotations.NullMarked;
