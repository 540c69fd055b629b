/** What people type and what doctors write: British and American spelling, and synonyms that change while it runs. */
@ApplicationModule(allowedDependencies = "broker")
@NullMarked
package health.consilium.search.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
