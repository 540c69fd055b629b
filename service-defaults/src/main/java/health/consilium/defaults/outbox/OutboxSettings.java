package health.consilium.defaults.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages travel from the database to Kafka.
 *
 * @param enabled whether this instance relays (it always appends)
 * @param partitions of a topic that is created here
 * @param replicationFactor of a topic that is created here; the broker's default unless set
 * @param retryDelay how long a relay that is not the leader, or has failed, waits before it tries again
 * @param acknowledgeInterval how often the acknowledged position is stored; a crash repeats at most this long
 * @param inFlightBytes how much may be sent to Kafka and not yet acknowledged
 */
@ConfigurationProperties("consilium.outbox")
public record OutboxSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("6") int partitions,
        @Nullable Short replicationFactor,
        @DefaultValue("500ms") Duration retryDelay,
        @DefaultValue("200ms") Duration acknowledgeInterval,
        @DefaultValue("16777216") int inFlightBytes) {

    /** The largest record, in bytes, that topics and producer take. */
    static final int LARGEST_RECORD = 16 * 1024 * 1024;

    /** The largest message data, in bytes: the record less its key and headers. */
    static final int LARGEST_DATA = LARGEST_RECORD - 64 * 1024;
}
