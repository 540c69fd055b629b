/** What is made of the figures. */
@NullMarked
package health.consilium.benchmarks.containers;

import org.jspecify.annotations.NullMarked;
