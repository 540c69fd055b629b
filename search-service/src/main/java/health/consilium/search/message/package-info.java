/** Reads the messages of the state topics: the fields a search needs, turned into changes of the index. */
@ApplicationModule(allowedDependencies = "index")
@NullMarked
package health.consilium.search.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
