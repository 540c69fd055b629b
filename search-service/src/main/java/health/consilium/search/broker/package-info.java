/** The service's connection to Kafka: clients with the settings its promises rest on, and threads that read for ever. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package health.consilium.search.broker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
