/** One problem format (RFC 9457) for every error a service answers with. */
@NullMarked
package health.consilium.defaults.problem;

import org.jspecify.annotations.NullMarked;
