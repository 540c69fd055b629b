package health.consilium.gateway.upstream;

import health.consilium.gateway.fallback.UpstreamFailures;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * Which replica a request is sent to, and to which one once more when it failed there.
 *
 * <p>A read goes on to another replica unless the one before was silent too long; if there is but one, once more to
 * that. Anything that writes goes on only if no connection was opened: then nothing was sent.
 */
public final class Tries {

    private final Replicas replicas;
    private final ToIntFunction<Replica> busy;
    private final boolean read;
    private final long end;
    private final List<Replica> tried = new ArrayList<>();

    Tries(Replicas replicas, ToIntFunction<Replica> busy, boolean read, Duration startedWithin) {
        this.replicas = replicas;
        this.busy = busy;
        this.read = read;
        this.end = System.nanoTime() + startedWithin.toNanos();
    }

    /** Who is tried first. */
    public Replica first() throws UnknownHostException {
        return another().orElseThrow(() -> new UnknownHostException("The service has no address now"));
    }

    /** Who is tried next after such a failure; nobody when it must be the answer. */
    public Optional<Replica> after(IOException failure) {
        boolean wasNotReached = UpstreamFailures.wasNotReached(failure);
        boolean wasSilent = failure instanceof InterruptedIOException && !wasNotReached;
        if (!wasSilent && !(failure instanceof ConnectionRequestTimeoutException)) {
            tried.getLast().doubt();
        }
        if (wasSilent || !(read || wasNotReached) || isOver()) {
            return Optional.empty();
        }
        Optional<Replica> another = another();
        return another.isPresent() ? another : sameAgain(failure);
    }

    /** Who is tried next after one that says it can't answer now, as one does that is shutting down. */
    public Optional<Replica> afterUnavailable() {
        return read && !isOver() ? another() : Optional.empty();
    }

    private boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    private Optional<Replica> another() {
        Optional<Replica> next = replicas.next(tried, busy);
        next.ifPresent(tried::add);
        return next;
    }

    private Optional<Replica> sameAgain(IOException failure) {
        boolean worthIt = read && tried.size() == 1 && !(failure instanceof InterruptedIOException);
        if (!worthIt) {
            return Optional.empty();
        }
        tried.add(tried.getFirst());
        return Optional.of(tried.getFirst());
    }
}
