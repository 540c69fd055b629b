/** Real servers on one machine: PostgreSQL, Kafka and Keycloak, each with its own folder, ports and log. */
@NullMarked
package health.consilium.stack;

import org.jspecify.annotations.NullMarked;
