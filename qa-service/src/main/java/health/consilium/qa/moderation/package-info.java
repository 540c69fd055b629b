/** Moderators decide what of the questions becomes, and stays, public. */
@ApplicationModule(allowedDependencies = {"question", "topic", "text"})
@NullMarked
package health.consilium.qa.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
