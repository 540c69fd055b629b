package health.consilium.gateway.upstream;

import health.consilium.defaults.security.SecuritySettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.core5.http.HttpHost;
import org.springframework.stereotype.Component;

/** Everything the gateway passes requests on to. */
@Component
public class Upstreams {

    private static final String READINESS = "/actuator/health/readiness";

    private final Map<String, Replicas> services = new LinkedHashMap<>();
    private final List<Watched> watched = new ArrayList<>();
    private final Map<HttpHost, Replicas> byHost = new LinkedHashMap<>();
    private final GatewaySettings settings;
    private final UpstreamClients clients;

    Upstreams(GatewaySettings settings, SecuritySettings security, UpstreamClients clients, MeterRegistry meters) {
        this.settings = settings;
        this.clients = clients;
        settings.services().forEach((name, url) -> services.put(name, add(name, url, READINESS, meters)));
        if (settings.identityProviderUrl() != null) {
            add(
                    "identity-provider",
                    settings.identityProviderUrl(),
                    URI.create(security.issuer()).getPath(),
                    meters);
        }
    }

    private Replicas add(String name, URI url, String readiness, MeterRegistry meters) {
        Replicas replicas = byHost.computeIfAbsent(host(url), Replicas::new);
        watched.add(new Watched(replicas, readiness));
        Gauge.builder(
                        "consilium.gateway.replicas.known",
                        replicas,
                        all -> all.known().size())
                .description("Addresses the service's name stands for")
                .tag("service", name)
                .register(meters);
        Gauge.builder("consilium.gateway.replicas.usable", replicas, Replicas::usable)
                .description("Those of them that say they are ready and answer")
                .tag("service", name)
                .register(meters);
        return replicas;
    }

    /** To whom a request for this URL of the settings can be sent; it begins nowhere anew once a silence is over. */
    public Tries tries(URI url, boolean read, boolean stream) {
        Replicas replicas = Objects.requireNonNull(byHost.get(host(url)), "a route leads to a service of the settings");
        return new Tries(replicas, replica -> clients.underWay(replica, stream), read, settings.responseTimeout());
    }

    /** {@code UP} by service if a replica is ready, else {@code DOWN}. */
    public Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        services.forEach((name, replicas) -> states.put(name, replicas.isAnyReady() ? "UP" : "DOWN"));
        return states;
    }

    List<Watched> watched() {
        return watched;
    }

    private static HttpHost host(URI url) {
        return new HttpHost(url.getScheme(), url.getHost(), url.getPort());
    }

    /** Replicas, and the path at which each says whether it is ready. */
    record Watched(Replicas replicas, String readiness) {}
}
