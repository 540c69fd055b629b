/** The gateway seen from outside, as a demo user: imports, the sample content, and the walk along the main path. */
@NullMarked
package health.consilium.stack.client;

import org.jspecify.annotations.NullMarked;
