/** Computes the vectors of published texts, once for all replicas. */
@NullMarked
package health.consilium.search.vector.background;

import org.jspecify.annotations.NullMarked;
