/** Articles as editors see them: the aggregate, its content and the revisions of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package health.consilium.content.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
