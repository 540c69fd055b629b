package health.consilium.search.vocabulary.synonyms;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a set of synonyms reaches all replicas.
 *
 * @param topic the compacted topic that carries it
 * @param patience how long Kafka may take to answer
 */
@ConfigurationProperties("consilium.search.synonyms")
record SynonymSettings(
        @DefaultValue("consilium.search.synonyms.v1") String topic,
        @DefaultValue("3s") Duration patience) {}
