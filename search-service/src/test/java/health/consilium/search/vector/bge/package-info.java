/** The English model. */
@NullMarked
package health.consilium.search.vector.bge;

import org.jspecify.annotations.NullMarked;
