package health.consilium.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;

class ReplicasTests {

    private final Replicas replicas = new Replicas(new HttpHost("http", "content", 8081));

    @Test
    void takesReplicasInTurn() {
        ready("10.0.0.1", "10.0.0.2", "10.0.0.3");

        assertThat(choose(6)).containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.1", "10.0.0.2", "10.0.0.3");
    }

    @Test
    void takesTheLeastBusyOne() {
        ready("10.0.0.1", "10.0.0.2", "10.0.0.3");
        var underWay = Map.of("10.0.0.1", 7, "10.0.0.2", 3, "10.0.0.3", 5);

        for (int turn = 0; turn < 3; turn++) {
            assertThat(replicas.next(List.of(), replica -> underWay.get(replica.toString())))
                    .map(Replica::toString)
                    .contains("10.0.0.2");
        }
    }

    @Test
    void sharesTheTurnsOfOneThatIsNotUsableEvenly() {
        ready("10.0.0.1", "10.0.0.2", "10.0.0.3");
        replicas.known().getFirst().answered(false);

        assertThat(choose(4)).containsExactly("10.0.0.2", "10.0.0.3", "10.0.0.2", "10.0.0.3");
    }

    @Test
    void leavesOutADoubtfulOneUntilItAnswers() {
        ready("10.0.0.1", "10.0.0.2");
        replicas.known().getFirst().doubt();

        assertThat(choose(2)).containsOnly("10.0.0.2");

        replicas.known().getFirst().answered(true);
        assertThat(choose(2)).containsOnly("10.0.0.1", "10.0.0.2");
    }

    @Test
    void takesAnyRatherThanNone() {
        replicas.follow(address("10.0.0.1"), address("10.0.0.2"));

        assertThat(choose(2)).containsExactly("10.0.0.1", "10.0.0.2");
    }

    @Test
    void takesOneThatWasTriedNoMore() {
        ready("10.0.0.1", "10.0.0.2");
        replicas.known().getLast().answered(false);
        var tried = new ArrayList<Replica>();

        replicas.next(tried, replica -> 0).ifPresent(tried::add);
        replicas.next(tried, replica -> 0).ifPresent(tried::add);

        assertThat(tried).extracting(Replica::toString).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(replicas.next(tried, replica -> 0)).isEmpty();
    }

    @Test
    void keepsWhatIsKnownOfAReplicaThatStays() {
        ready("10.0.0.1", "10.0.0.2");
        Replica stays = replicas.known().getLast();

        replicas.follow(address("10.0.0.3"), address("10.0.0.2"));

        assertThat(replicas.known()).extracting(Replica::toString).containsExactly("10.0.0.2", "10.0.0.3");
        assertThat(replicas.known().getFirst()).isSameAs(stays);
        assertThat(replicas.usable()).isEqualTo(1);
    }

    @Test
    void countsAReplicaWithAddressesOfBothKindsOnce() {
        replicas.follow(address("127.0.0.1"), address("::1"));

        assertThat(replicas.known()).extracting(Replica::toString).containsExactly("127.0.0.1");
    }

    @Test
    void callsAReplicaByTheNameOfItsService() {
        replicas.follow(address("10.0.0.1"));

        assertThat(replicas.known().getFirst().host().toHostString()).isEqualTo("content:8081");
    }

    private void ready(String... addresses) {
        replicas.follow(List.of(addresses).stream().map(ReplicasTests::address).toArray(InetAddress[]::new));
        replicas.known().forEach(replica -> replica.answered(true));
    }

    private List<String> choose(int times) {
        var chosen = new ArrayList<String>();
        for (int time = 0; time < times; time++) {
            replicas.next(List.of(), replica -> 0).map(Replica::toString).ifPresent(chosen::add);
        }
        return chosen;
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
