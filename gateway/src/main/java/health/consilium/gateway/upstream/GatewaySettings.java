package health.consilium.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the services are and how patiently they are called; a host that has several addresses has a replica at each.
 *
 * @param contentUrl the content service
 * @param qaUrl the Q&amp;A service
 * @param searchUrl the search service
 * @param identityProviderUrl Keycloak, if callers sign in through the gateway; absent where they reach it by themselves
 * @param connectTimeout how long opening a connection may take
 * @param responseTimeout the longest silence of a service, before and within its answer
 * @param streamIdleTimeout the longest silence of an event stream; services send a comment more often than this
 * @param poolTimeout how long a request waits for a free connection
 * @param connectionsPerReplica the most requests in flight to one replica of a service, event streams apart
 * @param streamsPerReplica the most event streams open to one replica of a service
 * @param keepIdle how long an unused connection is kept, less than the services' keep-alive
 * @param readAhead the longest answer to a read that is taken in whole before any of it is passed on
 */
@ConfigurationProperties("consilium.gateway")
public record GatewaySettings(
        URI contentUrl,
        URI qaUrl,
        URI searchUrl,
        @Nullable URI identityProviderUrl,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("15s") Duration responseTimeout,
        @DefaultValue("45s") Duration streamIdleTimeout,
        @DefaultValue("2s") Duration poolTimeout,
        @DefaultValue("256") int connectionsPerReplica,
        @DefaultValue("2000") int streamsPerReplica,
        @DefaultValue("10s") Duration keepIdle,
        @DefaultValue("256KB") DataSize readAhead) {

    /** The services by name, in the order they are shown. */
    public Map<String, URI> services() {
        var services = new LinkedHashMap<String, URI>();
        services.put("content", contentUrl);
        services.put("qa", qaUrl);
        services.put("search", searchUrl);
        return services;
    }
}
