/** What the public reads: publishing and withdrawing, the projection of published documents, outgoing messages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"article", "page", "paper"})
package health.consilium.content.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
