/** What every engine of the search index must do, as tests. */
@NullMarked
package health.consilium.search.index;

import org.jspecify.annotations.NullMarked;
