package health.consilium.search.rebuild;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rebuilds are agreed on.
 *
 * @param topic the compacted topic that carries them and what becomes of them
 * @param patience how long Kafka may take to answer
 * @param kept how many rebuilds are remembered
 * @param reportInterval how often a replica tells how far it is
 * @param replica what this replica is called; unless told, a name that it keeps with its machine and index folder
 */
@ConfigurationProperties("consilium.search.rebuilds")
record RebuildSettings(
        @DefaultValue("consilium.search.rebuilds.v1") String topic,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("20") int kept,
        @DefaultValue("2s") Duration reportInterval,
        @Nullable String replica) {}
