/** What doctors answer, and the revisions of their answers. */
@ApplicationModule(allowedDependencies = {"question", "doctor", "text"})
@NullMarked
package health.consilium.qa.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
