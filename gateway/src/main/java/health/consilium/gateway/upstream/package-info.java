/** The services behind: at which addresses they are now, which of those are ready, and the connections to them. */
@NullMarked
@ApplicationModule(allowedDependencies = "fallback")
package health.consilium.gateway.upstream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
