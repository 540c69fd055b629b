/** The commands of ./consilium. */
@NullMarked
package health.consilium.stack.launcher;

import org.jspecify.annotations.NullMarked;
