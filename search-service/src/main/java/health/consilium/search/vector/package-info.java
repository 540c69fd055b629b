/** Turns texts into vectors by which like meanings are found, in the background for documents, at once for queries. */
@ApplicationModule(allowedDependencies = "index")
@NullMarked
package health.consilium.search.vector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
