package health.consilium.gateway.upstream;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.hc.core5.http.HttpHost;

/** The replicas of one service as they come and go, and which of them takes the next request. */
final class Replicas {

    /** Name services shuffle their answers. */
    private static final Comparator<InetAddress> BY_NUMBER =
            Comparator.comparing(InetAddress::getAddress, Arrays::compareUnsigned);

    private final HttpHost service;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Replica> known = List.of();

    Replicas(HttpHost service) {
        this.service = service;
    }

    HttpHost service() {
        return service;
    }

    List<Replica> known() {
        return known;
    }

    boolean isAnyReady() {
        return known.stream().anyMatch(Replica::isReady);
    }

    long usable() {
        return known.stream().filter(Replica::isUsable).count();
    }

    /**
     * Takes over what the service's name now stands for; a replica that stays keeps its state.
     *
     * <p>Of a name with IPv4 and IPv6 addresses only the preferred kind counts: both lead to the same replicas.
     */
    void follow(InetAddress... found) {
        known = Stream.of(found)
                .filter(address -> address.getClass() == found[0].getClass())
                .distinct()
                .sorted(BY_NUMBER)
                .map(this::at)
                .toList();
    }

    private Replica at(InetAddress address) {
        return known.stream()
                .filter(replica -> replica.address().equals(address))
                .findFirst()
                .orElseGet(() -> new Replica(service, address));
    }

    /** The least busy replica but for those tried; in turn where several are, and a doubtful one only if all are. */
    Optional<Replica> next(Collection<Replica> tried, ToIntFunction<Replica> busy) {
        List<Replica> candidates = without(tried, Replica::isUsable);
        if (candidates.isEmpty()) {
            candidates = without(tried, replica -> true);
        }
        return switch (candidates.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(candidates.getFirst());
            default -> Optional.of(leastBusy(candidates, busy));
        };
    }

    private List<Replica> without(Collection<Replica> tried, Predicate<Replica> condition) {
        var rest = new ArrayList<Replica>();
        for (Replica replica : known) {
            if (condition.test(replica) && !tried.contains(replica)) {
                rest.add(replica);
            }
        }
        return rest;
    }

    private Replica leastBusy(List<Replica> candidates, ToIntFunction<Replica> busy) {
        int start = Math.floorMod(turn.getAndIncrement(), candidates.size());
        Replica best = candidates.get(start);
        int least = busy.applyAsInt(best);
        for (int step = 1; step < candidates.size() && least > 0; step++) {
            Replica other = candidates.get((start + step) % candidates.size());
            int load = busy.applyAsInt(other);
            if (load < least) {
                best = other;
                least = load;
            }
        }
        return best;
    }
}
