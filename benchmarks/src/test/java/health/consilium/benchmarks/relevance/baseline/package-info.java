/** Plain Lucene over invented questions. */
@NullMarked
package health.consilium.benchmarks.relevance.baseline;

import org.jspecify.annotations.NullMarked;
