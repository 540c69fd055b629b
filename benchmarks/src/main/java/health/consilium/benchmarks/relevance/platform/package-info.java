/** The running platform seen through its gateway: loads corpora, waits until they can be searched, and searches. */
@NullMarked
package health.consilium.benchmarks.relevance.platform;

import org.jspecify.annotations.NullMarked;
