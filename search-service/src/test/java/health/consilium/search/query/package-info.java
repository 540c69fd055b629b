/** Reading queries, cutting excerpts, and the HTTP side. */
@NullMarked
package health.consilium.search.query;

import org.jspecify.annotations.NullMarked;
