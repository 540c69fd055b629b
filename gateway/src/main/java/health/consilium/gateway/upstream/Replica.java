package health.consilium.gateway.upstream;

import java.net.InetAddress;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;

/** One address of a service, and what is known of who answers there. */
public final class Replica {

    private final HttpHost host;
    private final HttpRoute route;
    private volatile boolean ready;
    private volatile boolean doubted;

    Replica(HttpHost service, InetAddress address) {
        this.host = new HttpHost(service.getSchemeName(), address, service.getHostName(), service.getPort());
        this.route = new HttpRoute(
                RoutingSupport.normalize(host, DefaultSchemePortResolver.INSTANCE),
                null,
                URIScheme.HTTPS.same(host.getSchemeName()));
    }

    /** Leaves it out until it is asked again, because a connection to it failed. */
    void doubt() {
        doubted = true;
    }

    /** What it said of itself when it was asked. */
    void answered(boolean nowReady) {
        ready = nowReady;
        doubted = false;
    }

    boolean isReady() {
        return ready;
    }

    boolean isUsable() {
        return ready && !doubted;
    }

    InetAddress address() {
        return host.getAddress();
    }

    /** The service's name with this replica's address. */
    HttpHost host() {
        return host;
    }

    /** What its connections are pooled under. */
    HttpRoute route() {
        return route;
    }

    @Override
    public String toString() {
        return address().getHostAddress();
    }
}
