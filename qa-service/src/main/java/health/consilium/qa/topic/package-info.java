/** What questions are about, with the other words people use for it. */
@ApplicationModule(allowedDependencies = "text")
@NullMarked
package health.consilium.qa.topic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
