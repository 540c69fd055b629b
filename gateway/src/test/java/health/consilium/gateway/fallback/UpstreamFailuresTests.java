package health.consilium.gateway.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ProtocolException;
import org.junit.jupiter.api.Test;

class UpstreamFailuresTests {

    @Test
    void callsAServiceUnavailableThatWasNotReached() {
        assertThat(status(new ConnectException("Connection refused"))).isEqualTo(503);
        assertThat(status(new UnknownHostException("content-7"))).isEqualTo(503);
        assertThat(status(new ConnectTimeoutException("late"))).isEqualTo(503);
        assertThat(status(new ConnectionRequestTimeoutException("no free connection")))
                .isEqualTo(503);
    }

    @Test
    void callsAServiceLateThatKeptSilent() {
        assertThat(status(new SocketTimeoutException("Read timed out"))).isEqualTo(504);
    }

    @Test
    void callsAServiceBadThatBrokeOff() {
        assertThat(status(new ConnectionClosedException("premature end"))).isEqualTo(502);
        assertThat(status(new IOException(new ProtocolException("nonsense")))).isEqualTo(502);
    }

    @Test
    void namesNoHostToTheCaller() {
        assertThat(UpstreamFailures.problem(new UnknownHostException("content-7"))
                        .detail())
                .doesNotContain("content-7");
    }

    private static int status(IOException failure) {
        return UpstreamFailures.problem(failure).type().status();
    }
}
