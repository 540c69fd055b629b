package health.consilium.search.index.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Keeps the states of the index that handed-out cursors were read from, for a while and up to a number. */
final class Snapshots implements Closeable {

    private static final Duration APART = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Duration life;
    private final int most;
    /** What was not used for longest first. */
    private final Map<State, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    private State newest = new State(0, 0);

    Snapshots(InstantSource clock, Duration life, int most) {
        this.clock = clock;
        this.life = life;
        this.most = most;
    }

    /** Keeps a state, or keeps it on, for a life from now, and names it. */
    synchronized String keep(IndexSearcher searcher) throws IOException {
        State state = State.of(searcher);
        Instant now = clock.instant();
        Kept known = kept.get(state);
        if (known == null) {
            searcher.getIndexReader().incRef();
            newest = state.compareTo(newest) > 0 ? state : newest;
        }
        kept.put(state, new Kept(searcher, known == null ? now : known.since(), now));
        prune();
        return state.toString();
    }

    /** The state of that name, to be released, or null when it is no longer kept. */
    synchronized @Nullable IndexSearcher acquire(String name) {
        Kept known = State.named(name).map(kept::get).orElse(null);
        return known == null || isOver(known) ? null : acquired(known);
    }

    /** The last state kept, to be released, or null when that is more than a second ago. */
    synchronized @Nullable IndexSearcher acquireRecent() {
        Kept last = kept.get(newest);
        return last == null || last.since().plus(APART).isBefore(clock.instant()) ? null : acquired(last);
    }

    void release(IndexSearcher searcher) throws IOException {
        searcher.getIndexReader().decRef();
    }

    /** Whether any state of a generation is kept. */
    synchronized boolean keepAny(long generation) {
        return kept.keySet().stream().anyMatch(state -> state.generation() == generation);
    }

    /** Lets go of what is too old, and of the oldest beyond the number. */
    synchronized void prune() throws IOException {
        Iterator<Kept> oldestFirst = kept.values().iterator();
        while (oldestFirst.hasNext()) {
            Kept one = oldestFirst.next();
            if (kept.size() > most || isOver(one)) {
                oldestFirst.remove();
                release(one.searcher());
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (Kept one : kept.values()) {
            release(one.searcher());
        }
        kept.clear();
    }

    private boolean isOver(Kept one) {
        return one.used().plus(life).isBefore(clock.instant());
    }

    private static IndexSearcher acquired(Kept one) {
        one.searcher().getIndexReader().incRef();
        return one.searcher();
    }

    /** A state, when it was first kept, and when a cursor last needed it. */
    private record Kept(IndexSearcher searcher, Instant since, Instant used) {}
}
