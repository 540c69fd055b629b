/** Questions and their way from being asked to being withdrawn. */
@ApplicationModule(allowedDependencies = {"text", "doctor"})
@NullMarked
package health.consilium.qa.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
