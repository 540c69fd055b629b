/** Tables and run files. */
@NullMarked
package health.consilium.benchmarks.relevance.report;

import org.jspecify.annotations.NullMarked;
