package health.consilium.search.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the index follows Kafka.
 *
 * @param batch how many messages are applied at once at most
 * @param refreshInterval how often a bulk load becomes visible
 * @param loneChangesPerSecond up to this rate each change becomes visible at once
 * @param commitInterval how long a change may wait to become durable
 * @param commitAfter how many changes may wait to become durable
 * @param discoveryInterval how often new topics and partitions are looked for, and the broker is checked
 * @param patience how long the broker may take to answer
 * @param deadLetterRetention how long unreadable messages are kept
 */
@ConfigurationProperties("consilium.search.feed")
record FeedSettings(
        @DefaultValue("500") int batch,
        @DefaultValue("1s") Duration refreshInterval,
        @DefaultValue("10") int loneChangesPerSecond,
        @DefaultValue("5s") Duration commitInterval,
        @DefaultValue("20000") int commitAfter,
        @DefaultValue("10s") Duration discoveryInterval,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("30d") Duration deadLetterRetention) {}
