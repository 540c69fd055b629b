/** Making sets out of an invented shared folder. */
@NullMarked
package health.consilium.benchmarks.relevance.prepare;

import org.jspecify.annotations.NullMarked;
