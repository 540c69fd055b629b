/** The pages that explain each problem type. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package health.consilium.gateway.docs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
