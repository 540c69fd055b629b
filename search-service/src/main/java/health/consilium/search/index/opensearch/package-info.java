/** The engine on an OpenSearch cluster, which all running services share. */
@NullMarked
package health.consilium.search.index.opensearch;

import org.jspecify.annotations.NullMarked;
