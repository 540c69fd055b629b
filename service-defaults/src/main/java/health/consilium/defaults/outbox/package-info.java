/** Transactional outbox: messages commit with the write and reach Kafka in commit order. */
@NullMarked
package health.consilium.defaults.outbox;

import org.jspecify.annotations.NullMarked;
