/** Readers and a writer at the gateway, and what became of each request. */
@NullMarked
package health.consilium.benchmarks.containers.load;

import org.jspecify.annotations.NullMarked;
