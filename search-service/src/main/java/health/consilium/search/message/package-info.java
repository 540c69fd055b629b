/** Reads the messages that feed the index, state and vectors, and turns them into changes of the index. */
@ApplicationModule(allowedDependencies = "index")
@NullMarked
package health.consilium.search.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
