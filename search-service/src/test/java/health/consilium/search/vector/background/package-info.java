/** The background work on documents' vectors. */
@NullMarked
package health.consilium.search.vector.background;

import org.jspecify.annotations.NullMarked;
