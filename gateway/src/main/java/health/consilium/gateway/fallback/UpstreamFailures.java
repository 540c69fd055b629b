package health.consilium.gateway.fallback;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what a failed call to a service means to the caller; the cause goes into the log only. */
public final class UpstreamFailures {

    private static final Logger log = LoggerFactory.getLogger(UpstreamFailures.class);

    private UpstreamFailures() {}

    /** 503 when the service was not reached, 504 when it was silent too long, 502 when it broke off. */
    public static ProblemException problem(IOException failure) {
        log.warn("A call to a service failed: {}", failure.toString());
        if (wasNotReached(failure)) {
            return new ProblemException(ProblemTypes.UNAVAILABLE, "The service behind this address is not reachable.")
                    .header("Retry-After", "2");
        }
        if (failure instanceof InterruptedIOException) {
            return new ProblemException(
                    ProblemTypes.GATEWAY_TIMEOUT, "The service behind this address did not answer in time.");
        }
        return new ProblemException(
                ProblemTypes.BAD_GATEWAY, "The service behind this address broke off or answered unreadably.");
    }

    /** The caller's body ended early or was not readable as HTTP. */
    public static ProblemException unreadableRequest() {
        return new ProblemException(ProblemTypes.INVALID_REQUEST, "The request's body broke off or was unreadable.");
    }

    /** Whether no connection was opened, so that nothing was sent. */
    public static boolean wasNotReached(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof ConnectionRequestTimeoutException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException;
    }
}
