/** Who may pass: token checks, browsers' origins, paths that could be read in two ways, security headers. */
@NullMarked
@ApplicationModule(allowedDependencies = "upstream")
package health.consilium.gateway.auth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
