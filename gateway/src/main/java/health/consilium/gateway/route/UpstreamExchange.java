package health.consilium.gateway.route;

import health.consilium.defaults.problem.Problems;
import health.consilium.gateway.fallback.UpstreamFailures;
import health.consilium.gateway.upstream.GatewaySettings;
import health.consilium.gateway.upstream.Replica;
import health.consilium.gateway.upstream.Tries;
import health.consilium.gateway.upstream.UpstreamClients;
import health.consilium.gateway.upstream.Upstreams;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sends a request on to a replica of its service, byte for byte: the path and query as they came, the body streamed.
 *
 * <p>It stands in for the gateway's own exchange because that one drains a response when it closes it, so that an event
 * stream whose reader left would stay open, and re-encodes the query.
 */
@Component
class UpstreamExchange implements ProxyExchange {

    private static final URI ROOT = URI.create("/");
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Upstreams upstreams;
    private final UpstreamClients clients;
    private final GatewaySettings settings;
    private final Problems problems;

    UpstreamExchange(Upstreams upstreams, UpstreamClients clients, GatewaySettings settings, Problems problems) {
        this.upstreams = upstreams;
        this.clients = clients;
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    public ServerResponse exchange(Request request) {
        RequestBody body = RequestBody.of(request.getServerRequest().servletRequest());
        try {
            UpstreamResponse response = answer(request, body);
            request.getResponseConsumers().forEach(consumer -> consumer.accept(received(response), response));
            return response;
        } catch (IOException failure) {
            throw body.isBroken() ? UpstreamFailures.unreadableRequest() : UpstreamFailures.problem(failure);
        }
    }

    private UpstreamResponse answer(Request request, RequestBody body) throws IOException {
        HttpServletRequest incoming = request.getServerRequest().servletRequest();
        URI service = Objects.requireNonNull(request.getUri(), "a route sets the service's address");
        boolean stream = wantsStream(request.getHeaders());
        boolean read = READS.contains(incoming.getMethod()) && !body.isPresent();
        Tries tries = upstreams.tries(service, read, stream);
        Replica replica = tries.first();
        while (true) {
            HttpUriRequestBase outgoing = outgoing(request, incoming, body);
            try {
                var response = new UpstreamResponse(outgoing, clients.send(replica, outgoing, stream), problems);
                if (read) {
                    response.readAhead(settings.readAhead());
                }
                Optional<Replica> another = response.isUnavailable() ? tries.afterUnavailable() : Optional.empty();
                if (another.isEmpty()) {
                    return response;
                }
                response.discard();
                replica = another.get();
            } catch (IOException failure) {
                outgoing.cancel();
                replica =
                        (body.isBroken() ? Optional.<Replica>empty() : tries.after(failure)).orElseThrow(() -> failure);
            }
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
