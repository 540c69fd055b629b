/** Imports: documents of other systems become articles and papers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"article", "article :: draft", "paper", "publication"})
package health.consilium.content.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
