/** Durable import jobs, taken batch by batch by any instance. */
@NullMarked
package health.consilium.defaults.imports;

import org.jspecify.annotations.NullMarked;
