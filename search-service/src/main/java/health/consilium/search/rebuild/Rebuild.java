package health.consilium.search.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A rebuild that was asked for, and how far each replica is with it. */
record Rebuild(RebuildRequest request, SortedMap<String, ReplicaProgress> replicas) {

    /** A replica that says nothing for longer is gone, or restarts. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    static Rebuild of(RebuildRequest request) {
        return new Rebuild(request, new TreeMap<>());
    }

    /** With what a replica says, unless it has said something later. */
    Rebuild with(String replica, ReplicaProgress progress) {
        ReplicaProgress before = replicas.get(replica);
        if (before != null && before.reportedAt().isAfter(progress.reportedAt())) {
            return this;
        }
        SortedMap<String, ReplicaProgress> all = new TreeMap<>(replicas);
        all.put(replica, progress);
        return new Rebuild(request, all);
    }

    @Nullable
    ReplicaProgress of(String replica) {
        return replicas.get(replica);
    }

    RebuildState state() {
        Collection<ReplicaProgress> all = replicas.values();
        if (has(RebuildState.RUNNING)) {
            return RebuildState.RUNNING;
        }
        if (all.isEmpty() || has(RebuildState.WAITING)) {
            return RebuildState.WAITING;
        }
        return has(RebuildState.FAILED) ? RebuildState.FAILED : RebuildState.DONE;
    }

    /** Whether somebody is still about it. */
    boolean isActive(Instant now) {
        Instant since = now.minus(SILENCE);
        return replicas.isEmpty()
                ? request.requestedAt().isAfter(since)
                : replicas.values().stream()
                        .anyMatch(progress -> !progress.state().isOver()
                                && progress.reportedAt().isAfter(since));
    }

    private boolean has(RebuildState state) {
        return replicas.values().stream().anyMatch(progress -> progress.state() == state);
    }
}
