/** Test servers in containers of the machine's Docker engine. */
@NullMarked
package health.consilium.stack.test.container;

import org.jspecify.annotations.NullMarked;
