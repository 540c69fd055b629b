/** A table of requests that must be refused, and how. */
@NullMarked
package health.consilium.acceptance.badinput;

import org.jspecify.annotations.NullMarked;
