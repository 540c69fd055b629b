/** The running platform: started by its own launcher, its parts killed and restarted, its topics read. */
@NullMarked
package health.consilium.acceptance.platform;

import org.jspecify.annotations.NullMarked;
