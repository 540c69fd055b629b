/** What the whole running system promises, checked from outside. */
@NullMarked
package health.consilium.acceptance;

import org.jspecify.annotations.NullMarked;
