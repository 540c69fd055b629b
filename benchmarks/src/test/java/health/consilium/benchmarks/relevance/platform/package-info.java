/** Loading and searching through a gateway that answers by script. */
@NullMarked
package health.consilium.benchmarks.relevance.platform;

import org.jspecify.annotations.NullMarked;
