/** The directory of the doctors who answer. */
@ApplicationModule(allowedDependencies = "text")
@NullMarked
package health.consilium.qa.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
