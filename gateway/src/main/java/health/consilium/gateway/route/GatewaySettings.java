package health.consilium.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are and how patiently they are called.
 *
 * @param contentUrl the content service
 * @param qaUrl the Q&amp;A service
 * @param searchUrl the search service
 * @param connectTimeout how long opening a connection may take
 * @param responseTimeout the longest silence of a service, before and within its answer
 * @param streamIdleTimeout the longest silence of an event stream; services send a comment more often than this
 * @param poolTimeout how long a request waits for a free connection
 * @param connectionsPerService the most requests in flight to one service, event streams apart
 * @param streamsPerService the most event streams open to one service
 * @param keepIdle how long an unused connection is kept, less than the services' keep-alive
 */
@ConfigurationProperties("consilium.gateway")
public record GatewaySettings(
        URI contentUrl,
        URI qaUrl,
        URI searchUrl,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("15s") Duration responseTimeout,
        @DefaultValue("45s") Duration streamIdleTimeout,
        @DefaultValue("2s") Duration poolTimeout,
        @DefaultValue("256") int connectionsPerService,
        @DefaultValue("2000") int streamsPerService,
        @DefaultValue("10s") Duration keepIdle) {

    /** The services by name, in the order they are shown. */
    Map<String, URI> services() {
        var services = new LinkedHashMap<String, URI>();
        services.put("content", contentUrl);
        services.put("qa", qaUrl);
        services.put("search", searchUrl);
        return services;
    }
}
