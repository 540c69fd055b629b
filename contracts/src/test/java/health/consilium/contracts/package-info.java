/** Holds the released contracts to themselves: schemas, examples and the AsyncAPI document agree. */
@NullMarked
package health.consilium.contracts;

import org.jspecify.annotations.NullMarked;
