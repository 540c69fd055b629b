/** The service as a whole: its modules, and its main path on real servers. */
@NullMarked
package health.consilium.search;

import org.jspecify.annotations.NullMarked;
