package health.consilium.search.rebuild;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All rebuilds that the topic tells of, as far as this replica has read it. */
final class Rebuilds {

    private static final Comparator<Rebuild> NEWEST_FIRST = Comparator.comparing(
                    (Rebuild rebuild) -> rebuild.request().requestedAt())
            .thenComparing(rebuild -> rebuild.request().id())
            .reversed();

    private final Map<UUID, Rebuild> known = new HashMap<>();
    private volatile boolean complete;

    /** Whether everything that was in the topic at the start has been read. */
    boolean isComplete() {
        return complete;
    }

    void complete() {
        complete = true;
    }

    /** Back to the beginning: the topic is another one. */
    synchronized void forget() {
        complete = false;
        known.clear();
    }

    synchronized void take(RebuildRequest request) {
        known.putIfAbsent(request.id(), Rebuild.of(request));
    }

    /** What a replica says; about a rebuild that is forgotten it says nothing. */
    synchronized void take(UUID id, String replica, ReplicaProgress progress) {
        known.computeIfPresent(id, (same, rebuild) -> rebuild.with(replica, progress));
    }

    synchronized void remove(UUID id) {
        known.remove(id);
    }

    synchronized Optional<Rebuild> find(UUID id) {
        return Optional.ofNullable(known.get(id));
    }

    synchronized List<Rebuild> newestFirst() {
        return known.values().stream().sorted(NEWEST_FIRST).toList();
    }

    /** Those that a replica has not come to an end with and that an index begun then does not fulfil; newest first. */
    List<Rebuild> openTo(String replica, Instant begun) {
        return newestFirst().stream()
                .filter(rebuild -> rebuild.request().isFor(replica))
                .filter(rebuild -> rebuild.request().requestedAt().isAfter(begun))
                .filter(rebuild -> !hasFailed(rebuild.of(replica)))
                .toList();
    }

    /** Those that an index begun then fulfils, since that time, though the replica has not said so. */
    List<Rebuild> silentlyFulfilled(String replica, Instant begun, Instant since) {
        return newestFirst().stream()
                .filter(rebuild -> rebuild.request().isFor(replica))
                .filter(rebuild -> !rebuild.request().requestedAt().isAfter(begun))
                .filter(rebuild -> isUntold(rebuild, replica, since))
                .toList();
    }

    private static boolean isUntold(Rebuild rebuild, String replica, Instant since) {
        ReplicaProgress told = rebuild.of(replica);
        return told == null
                ? rebuild.request().requestedAt().isAfter(since)
                : !told.state().isOver();
    }

    private static boolean hasFailed(@Nullable ReplicaProgress progress) {
        return progress != null && progress.state() == RebuildState.FAILED;
    }
}
