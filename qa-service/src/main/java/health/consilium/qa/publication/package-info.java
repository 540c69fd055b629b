/** What the public reads: questions rendered once when they change, and the messages that carry them on. */
@ApplicationModule(allowedDependencies = {"question", "answer", "doctor", "topic", "text"})
@NullMarked
package health.consilium.qa.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
