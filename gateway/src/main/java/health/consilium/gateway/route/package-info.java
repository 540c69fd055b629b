/** Which service answers which path, and the HTTP exchange with it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"auth", "fallback", "upstream"})
package health.consilium.gateway.route;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
