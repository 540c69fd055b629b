/** Token checks of a resource server: issuer, audience, signature and realm roles. */
@NullMarked
package health.consilium.defaults.security;

import org.jspecify.annotations.NullMarked;
