/** How long a published article takes until the search finds it, through the gateway of a running platform. */
@NullMarked
package health.consilium.benchmarks.publish;

import org.jspecify.annotations.NullMarked;
