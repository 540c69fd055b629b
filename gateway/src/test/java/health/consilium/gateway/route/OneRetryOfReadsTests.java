package health.consilium.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.junit.jupiter.api.Test;

class OneRetryOfReadsTests {

    private final OneRetryOfReads strategy = new OneRetryOfReads();

    @Test
    void repeatsAReadThatWasNotAnswered() {
        assertThat(repeats("GET", new NoHttpResponseException("stale"), 1)).isTrue();
        assertThat(repeats("GET", new ConnectException("refused"), 1)).isTrue();
        assertThat(repeats("HEAD", new SocketException("reset"), 1)).isTrue();
    }

    @Test
    void repeatsOnlyOnce() {
        assertThat(repeats("GET", new NoHttpResponseException("stale"), 2)).isFalse();
    }

    @Test
    void neverRepeatsAWrite() {
        assertThat(repeats("POST", new ConnectException("refused"), 1)).isFalse();
        assertThat(repeats("PUT", new NoHttpResponseException("stale"), 1)).isFalse();
        assertThat(repeats("DELETE", new NoHttpResponseException("stale"), 1)).isFalse();
    }

    @Test
    void doesNotWaitForASilentServiceTwice() {
        assertThat(repeats("GET", new SocketTimeoutException("silent"), 1)).isFalse();
    }

    @Test
    void leavesAnAnswerAsItIs() {
        assertThat(strategy.retryRequest(new BasicHttpResponse(503), 1, HttpCoreContext.create()))
                .isFalse();
    }

    private boolean repeats(String method, IOException failure, int attempt) {
        return strategy.retryRequest(new BasicHttpRequest(method, "/"), failure, attempt, HttpCoreContext.create());
    }
}
