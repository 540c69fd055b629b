/** Bibliographic records of papers, one for each DOI or, without one, for each title, first author and year. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package health.consilium.content.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
