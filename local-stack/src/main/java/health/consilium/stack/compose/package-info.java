/** A compose project as its command line shows it: which containers it has, how they come and go. */
@NullMarked
package health.consilium.stack.compose;

import org.jspecify.annotations.NullMarked;
