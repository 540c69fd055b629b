/** Reading, writing and sampling sets of invented questions. */
@NullMarked
package health.consilium.benchmarks.relevance.set;

import org.jspecify.annotations.NullMarked;
