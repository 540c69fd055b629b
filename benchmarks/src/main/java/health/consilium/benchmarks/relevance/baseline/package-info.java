/** What plain Lucene makes of the same corpus and topics. */
@NullMarked
package health.consilium.benchmarks.relevance.baseline;

import org.jspecify.annotations.NullMarked;
