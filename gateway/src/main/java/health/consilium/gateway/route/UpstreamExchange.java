package health.consilium.gateway.route;

import health.consilium.defaults.problem.Problems;
import health.consilium.gateway.fallback.UpstreamFailures;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sends a request on to its service, byte for byte: the path and query as they came, the body streamed.
 *
 * <p>It stands in for the gateway's own exchange because that one drains a response when it closes it, so that an event
 * stream whose reader left would stay open, and re-encodes the query.
 */
@Component
class UpstreamExchange implements ProxyExchange {

    private static final URI ROOT = URI.create("/");

    private final UpstreamClients clients;
    private final Problems problems;

    UpstreamExchange(UpstreamClients clients, Problems problems) {
        this.clients = clients;
        this.problems = problems;
    }

    @Override
    public ServerResponse exchange(Request request) {
        HttpServletRequest incoming = request.getServerRequest().servletRequest();
        URI service = Objects.requireNonNull(request.getUri(), "a route sets the service's address");
        var target = new HttpHost(service.getScheme(), service.getHost(), service.getPort());
        boolean stream = wantsStream(request.getHeaders());
        RequestBody body = RequestBody.of(incoming);
        try {
            HttpUriRequestBase outgoing = outgoing(request, incoming, body);
            var response = new UpstreamResponse(outgoing, clients.send(target, outgoing, stream), problems);
            request.getResponseConsumers().forEach(consumer -> consumer.accept(received(response), response));
            return response;
        } catch (IOException failure) {
            throw body.isBroken() ? UpstreamFailures.unreadableRequest() : UpstreamFailures.problem(failure);
        }
    }

    /** Whether a header that nobody here needs to understand mentions event streams. */
    private static boolean wantsStream(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.ACCEPT).stream()
                .anyMatch(accepted -> accepted.toLowerCase(Locale.ROOT).contains(MediaType.TEXT_EVENT_STREAM_VALUE));
    }

    private static HttpUriRequestBase outgoing(Request request, HttpServletRequest incoming, RequestBody body)
            throws IOException {
        String query = incoming.getQueryString();
        String path = incoming.getRequestURI();
        var outgoing = new HttpUriRequestBase(incoming.getMethod(), ROOT);
        outgoing.setPath(query == null ? path : path + "?" + query);
        request.getHeaders().forEach((name, values) -> values.forEach(value -> outgoing.addHeader(name, value)));
        if (body.isPresent()) {
            outgoing.setEntity(new InputStreamEntity(body.open(), incoming.getContentLengthLong(), null));
        }
        return outgoing;
    }

    private static Response received(UpstreamResponse response) {
        return new Response() {
            @Override
            public HttpStatusCode getStatusCode() {
                return response.statusCode();
            }

            @Override
            public HttpHeaders getHeaders() {
                return response.received();
            }
        };
    }
}
