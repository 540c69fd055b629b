package health.consilium.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** A name service that knows of a host what a test says, and others as usual. */
public final class Names implements DnsResolver {

    private final Map<String, InetAddress[]> known = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();

    /** What the host stands for from now on; without any address, nobody knows it. */
    public void set(String host, String... addresses) {
        known.put(host, Stream.of(addresses).map(Names::address).toArray(InetAddress[]::new));
    }

    /** How often it was asked for a host that a test has set. */
    public int questions() {
        return questions.get();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = known.get(host);
        if (addresses == null) {
            return SystemDefaultDnsResolver.INSTANCE.resolve(host);
        }
        questions.incrementAndGet();
        if (addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
