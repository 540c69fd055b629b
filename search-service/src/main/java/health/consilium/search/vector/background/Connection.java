package health.consilium.search.vector.background;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** A part in the group's work and the means to publish it; closing does not wait long for a broker that is away. */
record Connection(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer) implements AutoCloseable {

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

    @Override
    public void close() {
        try {
            producer.close(LONGEST_FAREWELL);
        } finally {
            consumer.close(CloseOptions.timeout(LONGEST_FAREWELL));
        }
    }
}
