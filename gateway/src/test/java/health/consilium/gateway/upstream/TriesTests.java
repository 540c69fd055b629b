package health.consilium.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TriesTests {

    static final IOException[] NOTHING_WAS_SENT = {
        new ConnectException("refused"),
        new ConnectTimeoutException("deaf"),
        new ConnectionRequestTimeoutException("all connections are in use")
    };

    static final IOException[] BROKEN_OFF = {
        new NoHttpResponseException("closed"),
        new SocketException("reset"),
        new ConnectionClosedException("premature end of the body")
    };

    private final Replicas replicas = new Replicas(new HttpHost("http", "content", 8081));

    @ParameterizedTest
    @FieldSource({"NOTHING_WAS_SENT", "BROKEN_OFF"})
    void sendsAReadToEachReplicaOnce(IOException failure) throws Exception {
        replicasAt("10.0.0.1", "10.0.0.2", "10.0.0.3");
        Tries tries = read();

        var tried = List.of(
                tries.first(),
                tries.after(failure).orElseThrow(),
                tries.after(failure).orElseThrow());

        assertThat(tried).containsExactlyInAnyOrderElementsOf(replicas.known());
        assertThat(tries.after(failure)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("BROKEN_OFF")
    void sendsAReadOnceMoreToTheOnlyReplica(IOException failure) throws Exception {
        replicasAt("10.0.0.1");
        Tries tries = read();

        assertThat(tries.first()).hasToString("10.0.0.1");
        assertThat(tries.after(failure)).get().hasToString("10.0.0.1");
        assertThat(tries.after(failure)).isEmpty();
    }

    @Test
    void waitsForASilentReplicaOnlyOnce() throws Exception {
        replicasAt("10.0.0.1", "10.0.0.2");
        Tries tries = read();
        tries.first();

        assertThat(tries.after(new SocketTimeoutException("silent"))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("NOTHING_WAS_SENT")
    void sendsAWriteElsewhereWhenNothingWasSent(IOException failure) throws Exception {
        replicasAt("10.0.0.1", "10.0.0.2");
        Tries tries = write();
        tries.first();

        assertThat(tries.after(failure)).get().hasToString("10.0.0.2");
        assertThat(tries.after(failure)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("BROKEN_OFF")
    void neverSendsAWriteTwice(IOException failure) throws Exception {
        replicasAt("10.0.0.1", "10.0.0.2");
        Tries tries = write();
        tries.first();

        assertThat(tries.after(failure)).isEmpty();
        assertThat(tries.afterUnavailable()).isEmpty();
    }

    @Test
    void asksAnotherReplicaWhenOneIsUnavailable() throws Exception {
        replicasAt("10.0.0.1", "10.0.0.2");
        Tries tries = read();
        tries.first();

        assertThat(tries.afterUnavailable()).get().hasToString("10.0.0.2");
        assertThat(tries.afterUnavailable()).isEmpty();
    }

    @Test
    void doubtsAReplicaThatBrokeOff() throws Exception {
        replicasAt("10.0.0.1", "10.0.0.2");
        Tries tries = write();
        tries.first();

        tries.after(new SocketException("reset"));

        assertThat(replicas.known()).extracting(Replica::isUsable).containsExactly(false, true);
        assertThat(replicas.known()).extracting(Replica::isReady).containsExactly(true, true);
    }

    @Test
    void doubtsNoReplicaThatIsBusy() throws Exception {
        replicasAt("10.0.0.1", "10.0.0.2");
        Tries tries = read();
        tries.first();

        tries.after(new ConnectionRequestTimeoutException("all connections are in use"));

        assertThat(replicas.usable()).isEqualTo(2);
    }

    @Test
    void startsNoTryAfterItsTime() throws Exception {
        replicasAt("10.0.0.1", "10.0.0.2");
        var tries = new Tries(replicas, replica -> 0, true, Duration.ofNanos(-1));
        tries.first();

        assertThat(tries.after(new ConnectException("refused"))).isEmpty();
    }

    @Test
    void saysThatNobodyIsThere() {
        assertThatThrownBy(read()::first).isInstanceOf(UnknownHostException.class);
    }

    private Tries read() {
        return new Tries(replicas, replica -> 0, true, Duration.ofSeconds(15));
    }

    private Tries write() {
        return new Tries(replicas, replica -> 0, false, Duration.ofSeconds(15));
    }

    private void replicasAt(String first, String... others) {
        var addresses = new InetAddress[others.length + 1];
        addresses[0] = InetAddress.ofLiteral(first);
        for (int index = 0; index < others.length; index++) {
            addresses[index + 1] = InetAddress.ofLiteral(others[index]);
        }
        replicas.follow(addresses);
        replicas.known().forEach(replica -> replica.answered(true));
    }
}
