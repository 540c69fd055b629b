/** Test servers without containers. */
@NullMarked
package health.consilium.stack.test.embedded;

import org.jspecify.annotations.NullMarked;
