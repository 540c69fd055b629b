/** How text becomes terms: the same for documents, queries and every engine. */
@ApplicationModule(allowedDependencies = "vocabulary")
@NullMarked
package health.consilium.search.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
