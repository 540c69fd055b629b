package health.consilium.defaults.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** A topic this service publishes to; the relay creates it. A state topic is compacted, others expire. */
public record OutboxTopic(String name, @Nullable Duration retention) {

    /** How long a reader may be away and still learn what was withdrawn meanwhile. */
    private static final Duration LONGEST_ABSENCE = Duration.ofDays(30);

    /** A compacted topic that keeps the last snapshot of each key for good. */
    public static OutboxTopic state(String name) {
        return new OutboxTopic(name, null);
    }

    /** A topic whose records are dropped after a time. */
    public static OutboxTopic expiring(String name, Duration retention) {
        return new OutboxTopic(name, retention);
    }

    NewTopic toKafka(OutboxSettings settings) {
        Map<String, String> cleanup = retention == null
                ? Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.DELETE_RETENTION_MS_CONFIG,
                        Long.toString(LONGEST_ABSENCE.toMillis()))
                : Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        var configuration = new java.util.HashMap<>(cleanup);
        configuration.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(OutboxSettings.LARGEST_RECORD));
        return new NewTopic(name, Optional.of(settings.partitions()), Optional.ofNullable(settings.replicationFactor()))
                .configs(configuration);
    }
}
