/** The servers that tests use, whichever way they come. */
@NullMarked
package health.consilium.stack.test.server;

import org.jspecify.annotations.NullMarked;
