package health.consilium.gateway.route;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.Set;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/** Sends a read once more when the service refused the connection or had closed it; never anything that writes. */
final class OneRetryOfReads implements HttpRequestRetryStrategy {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    @Override
    public boolean retryRequest(HttpRequest request, IOException failure, int attempt, HttpContext context) {
        return attempt <= 1 && READS.contains(request.getMethod()) && wasNotAnswered(failure);
    }

    @Override
    public boolean retryRequest(HttpResponse response, int attempt, HttpContext context) {
        return false;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse response, int attempt, HttpContext context) {
        return TimeValue.ZERO_MILLISECONDS;
    }

    @Override
    public TimeValue getRetryInterval(HttpRequest request, IOException failure, int attempt, HttpContext context) {
        return failure instanceof ConnectException ? TimeValue.ofMilliseconds(50) : TimeValue.ZERO_MILLISECONDS;
    }

    private static boolean wasNotAnswered(IOException failure) {
        return failure instanceof NoHttpResponseException || failure instanceof SocketException;
    }
}
