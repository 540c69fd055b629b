package health.consilium.search.rebuild;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild that is wanted, as the topic carries it.
 *
 * @param replica whose index it is about; {@code null} for every replica's
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RebuildRequest(
        UUID id,
        Instant requestedAt,
        Reason reason,
        @Nullable String replica) {

    boolean isFor(String other) {
        return replica == null || replica.equals(other);
    }
}
