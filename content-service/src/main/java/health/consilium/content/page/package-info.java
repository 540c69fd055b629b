/** The uri tree: where articles are found, what leads to them, and what became of the places they left. */
@NullMarked
@ApplicationModule(allowedDependencies = "article")
package health.consilium.content.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
