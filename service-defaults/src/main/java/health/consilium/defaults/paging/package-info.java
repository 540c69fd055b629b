/** Keyset pages with signed cursors. */
@NullMarked
package health.consilium.defaults.paging;

import org.jspecify.annotations.NullMarked;
