/** The whole platform on one machine: its parts as processes, their order, their state, how they start and stop. */
@NullMarked
package health.consilium.stack.platform;

import org.jspecify.annotations.NullMarked;
