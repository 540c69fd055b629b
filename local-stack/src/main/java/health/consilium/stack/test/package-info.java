/** Gives Spring Boot tests the real servers they ask for, embedded or in containers, and tokens of the demo users. */
@NullMarked
package health.consilium.stack.test;

import org.jspecify.annotations.NullMarked;
