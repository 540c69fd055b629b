/** Turns texts into vectors by which like meanings are found: those of documents in the background, queries at once. */
@ApplicationModule(allowedDependencies = {"index", "message", "feed"})
@NullMarked
package health.consilium.search.vector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
