/** The English model that comes with the service. */
@NullMarked
package health.consilium.search.vector.bge;

import org.jspecify.annotations.NullMarked;
