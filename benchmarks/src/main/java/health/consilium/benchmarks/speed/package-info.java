/** How many searches a second: our service and gateway beside Lucene alone and OpenSearch. */
@NullMarked
package health.consilium.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
