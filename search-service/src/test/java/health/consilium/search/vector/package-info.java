/** Vectors of documents and queries. */
@NullMarked
package health.consilium.search.vector;

import org.jspecify.annotations.NullMarked;
