/** Carries the state of documents and their vectors into the index and knows how far behind it is. */
@ApplicationModule(allowedDependencies = {"broker", "index", "message"})
@NullMarked
package health.consilium.search.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
