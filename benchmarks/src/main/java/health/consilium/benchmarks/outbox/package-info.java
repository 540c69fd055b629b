/** The outbox's relay beside the ones we might have used instead, on a real PostgreSQL and a real Kafka broker. */
@NullMarked
package health.consilium.benchmarks.outbox;

import org.jspecify.annotations.NullMarked;
