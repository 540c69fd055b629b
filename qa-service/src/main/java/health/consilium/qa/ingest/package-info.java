/** Imports of questions that were asked and answered elsewhere. */
@ApplicationModule(allowedDependencies = {"question", "answer", "doctor", "topic", "publication", "text"})
@NullMarked
package health.consilium.qa.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
