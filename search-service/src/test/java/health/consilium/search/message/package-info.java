/** State messages as other services publish them. */
@NullMarked
package health.consilium.search.message;

import org.jspecify.annotations.NullMarked;
