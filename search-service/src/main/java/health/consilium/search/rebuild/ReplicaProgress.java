package health.consilium.search.rebuild;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a replica is with a rebuild, as the topic carries it.
 *
 * @param messagesRead of {@code messages} that are there to be read
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReplicaProgress(
        RebuildState state,
        long messagesRead,
        long messages,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Instant reportedAt) {

    static ReplicaProgress waiting(Instant now) {
        return new ReplicaProgress(RebuildState.WAITING, 0, 0, null, null, now);
    }

    static ReplicaProgress started(Instant now) {
        return new ReplicaProgress(RebuildState.RUNNING, 0, 0, now, null, now);
    }

    ReplicaProgress read(long read, long of, Instant now) {
        return new ReplicaProgress(state, read, of, startedAt, null, now);
    }

    ReplicaProgress finished(RebuildState how, Instant now) {
        return new ReplicaProgress(how, messagesRead, messages, startedAt, now, now);
    }
}
