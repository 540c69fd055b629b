/** Makes judged sets out of the shared data, each in a folder outside the repository. */
@NullMarked
package health.consilium.benchmarks.relevance.prepare;

import org.jspecify.annotations.NullMarked;
