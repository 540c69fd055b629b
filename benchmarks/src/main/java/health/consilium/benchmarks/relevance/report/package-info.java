/** Writes down what was found: TREC run files, and tables of the figures. */
@NullMarked
package health.consilium.benchmarks.relevance.report;

import org.jspecify.annotations.NullMarked;
