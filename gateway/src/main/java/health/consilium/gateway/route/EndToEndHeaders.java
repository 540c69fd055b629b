package health.consilium.gateway.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Drops what is meant for this hop only and the library's filter leaves in: headers that {@code Connection} names, and
 * the caller's span, whose place the gateway's own takes. The content type goes on as it came, not as it was understood.
 */
@Component
class EndToEndHeaders implements RequestHttpHeadersFilter, Ordered {

    private static final List<String> ALWAYS =
            List.of("expect", "proxy-connection", "content-length", "content-type", "traceparent", "tracestate");

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders apply(HttpHeaders received, ServerRequest request) {
        Set<String> dropped = Stream.concat(
                        ALWAYS.stream(),
                        received.getOrEmpty(HttpHeaders.CONNECTION).stream()
                                .flatMap(value -> Arrays.stream(value.split(",")))
                                .map(name -> name.strip().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        var passed = new HttpHeaders();
        received.forEach((name, values) -> {
            if (!dropped.contains(name.toLowerCase(Locale.ROOT))) {
                passed.addAll(name, values);
            }
        });
        String contentType = request.servletRequest().getHeader(HttpHeaders.CONTENT_TYPE);
        if (contentType != null) {
            passed.set(HttpHeaders.CONTENT_TYPE, contentType);
        }
        return passed;
    }
}
