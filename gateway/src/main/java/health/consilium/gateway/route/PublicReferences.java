package health.consilium.gateway.route;

import health.consilium.gateway.upstream.GatewaySettings;
import java.net.URI;
import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Makes references to a service's own address relative, so that they hold for the caller and name no host. */
@Component
class PublicReferences implements ResponseHttpHeadersFilter {

    private static final List<String> REFERENCES =
            List.of(HttpHeaders.LOCATION, HttpHeaders.CONTENT_LOCATION, HttpHeaders.LINK);

    private final List<String> services;

    PublicReferences(GatewaySettings settings) {
        this.services = settings.services().values().stream()
                .map(PublicReferences::origin)
                .toList();
    }

    @Override
    public HttpHeaders apply(HttpHeaders received, ServerResponse response) {
        if (REFERENCES.stream().noneMatch(received::containsHeader)) {
            return received;
        }
        HttpHeaders headers = HttpHeaders.copyOf(received);
        for (String name : REFERENCES) {
            if (received.containsHeader(name)) {
                headers.put(
                        name,
                        received.getOrEmpty(name).stream().map(this::relative).toList());
            }
        }
        return headers;
    }

    private String relative(String reference) {
        String relative = reference;
        for (String service : services) {
            relative = relative.replace(service + "/", "/");
        }
        return relative;
    }

    private static String origin(URI service) {
        return service.getScheme() + "://" + service.getAuthority();
    }
}
