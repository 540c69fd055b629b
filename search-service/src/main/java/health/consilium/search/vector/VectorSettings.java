package health.consilium.search.vector;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How texts are found by meaning.
 *
 * @param enabled whether there are vectors at all
 * @param model the id of the model that makes them
 * @param patience how long a search waits for its query's vector before it goes on with the words alone
 */
@ConfigurationProperties("consilium.search.vectors")
record VectorSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("bge-small-en-v1.5-q") String model,
        @DefaultValue("300ms") Duration patience) {}
