/** The gateway's API as its users call it. */
@NullMarked
package health.consilium.acceptance.api;

import org.jspecify.annotations.NullMarked;
