package health.consilium.search.index.opensearch;

import health.consilium.search.index.opensearch.Connection.Missing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the cluster keep states of the index for handed-out cursors, for a while and up to a number. Lists that begin
 * within a second share one.
 */
final class PointsInTime {

    private static final Logger log = LoggerFactory.getLogger(PointsInTime.class);
    private static final Duration APART = Duration.ofSeconds(1);

    private final Connection connection;
    private final String alias;
    private final OpenSearchSettings settings;
    private final InstantSource clock;
    private final Deque<Point> open = new ArrayDeque<>();

    PointsInTime(Connection connection, String alias, OpenSearchSettings settings, InstantSource clock) {
        this.connection = connection;
        this.alias = alias;
        this.settings = settings;
        this.clock = clock;
    }

    /** The last state kept, or null when that is more than a second ago. */
    synchronized @Nullable String recent() {
        Point last = open.peekLast();
        return last == null || last.since().plus(APART).isBefore(clock.instant()) ? null : last.name();
    }

    /** A state kept within the last second. */
    synchronized String recentOrNew() {
        String recent = recent();
        return recent == null ? ofNow() : recent;
    }

    /** The current state, kept from now on. */
    synchronized String ofNow() {
        Instant now = clock.instant();
        String life = settings.snapshotLife().toSeconds() + "s";
        String name = Objects.requireNonNull(connection
                .ask(
                        "keep a state of the index",
                        client -> client.createPit(state -> state.index(alias).keepAlive(time -> time.time(life))))
                .pitId());
        open.addLast(new Point(name, now));
        prune(now);
        return name;
    }

    /** Lists begin anew. */
    synchronized void forget() {
        delete(open.stream().map(Point::name).toList());
        open.clear();
    }

    private void prune(Instant now) {
        while (open.getFirst().since().plus(settings.snapshotLife()).isBefore(now)) {
            open.removeFirst();
        }
        while (open.size() > settings.snapshots()) {
            delete(List.of(open.removeFirst().name()));
        }
    }

    private void delete(List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        try {
            connection.ask("let go of states of the index", client -> client.deletePit(it -> it.pitId(names)));
        } catch (Missing gone) {
            log.debug("They were gone already");
        }
    }

    private record Point(String name, Instant since) {}
}
