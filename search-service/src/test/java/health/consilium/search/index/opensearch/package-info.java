@NullMarked
package health.consilium.search.index.opensearch;

import org.jspecify.annotations.NullMarked;
