package health.consilium.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Tells the services who called and by which address, from what the gateway saw itself.
 *
 * <p>The library's filters have removed what the caller claimed. Behind a proxy of ours, {@code
 * consilium.gateway.trusted-proxies} makes the server take the caller from that proxy's headers first.
 */
@Component
class ForwardedHeaders implements RequestHttpHeadersFilter, Ordered {

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders apply(HttpHeaders received, ServerRequest request) {
        HttpServletRequest seen = request.servletRequest();
        HttpHeaders headers = HttpHeaders.copyOf(received);
        headers.set("X-Forwarded-For", seen.getRemoteAddr());
        headers.set("X-Forwarded-Proto", seen.getScheme());
        headers.set("X-Forwarded-Host", host(seen));
        headers.set("X-Forwarded-Port", String.valueOf(seen.getServerPort()));
        return headers;
    }

    private static String host(HttpServletRequest seen) {
        boolean usual = seen.getServerPort() == (seen.isSecure() ? 443 : 80);
        return usual ? seen.getServerName() : seen.getServerName() + ":" + seen.getServerPort();
    }
}
