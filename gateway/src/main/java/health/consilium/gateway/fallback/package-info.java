/** What callers see when a service, or the request itself, fails: always a problem, never a page of the server. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package health.consilium.gateway.fallback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
