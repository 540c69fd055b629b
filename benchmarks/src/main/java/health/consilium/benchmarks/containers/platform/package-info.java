/** The containers of docker-compose.yml as they run: their replicas, addresses and metrics, and what is done to them. */
@NullMarked
package health.consilium.benchmarks.containers.platform;

import org.jspecify.annotations.NullMarked;
