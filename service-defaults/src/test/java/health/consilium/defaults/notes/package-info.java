/** A small service on the shared defaults, so that tests see them as callers do. */
@NullMarked
package health.consilium.defaults.notes;

import org.jspecify.annotations.NullMarked;
