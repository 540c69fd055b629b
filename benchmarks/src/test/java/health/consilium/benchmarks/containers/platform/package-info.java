/** What containers tell. */
@NullMarked
package health.consilium.benchmarks.containers.platform;

import org.jspecify.annotations.NullMarked;
