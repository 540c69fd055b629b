/** The port every search engine fits: changes and offsets go in, ranked documents come out. */
@ApplicationModule(allowedDependencies = {"analysis"})
@NullMarked
package health.consilium.search.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
