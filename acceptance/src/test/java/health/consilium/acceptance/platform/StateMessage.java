package health.consilium.acceptance.platform;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** One message of a state topic; a tombstone has no document. */
public record StateMessage(
        String key, long version, @Nullable String document) {
    static StateMessage of(ConsumerRecord<String, @Nullable String> message) {
        byte[] version = Objects.requireNonNull(message.headers().lastHeader("aggregateversion"))
                .value();
        return new StateMessage(
                message.key(), Long.parseLong(new String(version, StandardCharsets.UTF_8)), message.value());
    }
}
