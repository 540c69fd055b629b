/** Rebuilds the index beside the live one: asked for over HTTP or by a new analysis or model, seen by all replicas. */
@ApplicationModule(allowedDependencies = {"analysis", "broker", "feed", "index", "message", "vocabulary"})
@NullMarked
package health.consilium.search.rebuild;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
