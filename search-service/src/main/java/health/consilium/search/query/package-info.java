/** Answers searches over HTTP: reads what people type, pages, cuts excerpts, waits for changes. */
@ApplicationModule(allowedDependencies = {"index", "feed", "analysis", "rebuild", "vector", "vocabulary"})
@NullMarked
package health.consilium.search.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
