/** Plain text as people type it: cleaned of markup, cut to excerpts, turned into ids. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package health.consilium.qa.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
