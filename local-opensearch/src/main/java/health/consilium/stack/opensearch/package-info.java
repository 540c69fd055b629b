/** The OpenSearch node itself, which runs in a process of its own. */
@NullMarked
package health.consilium.stack.opensearch;

import org.jspecify.annotations.NullMarked;
