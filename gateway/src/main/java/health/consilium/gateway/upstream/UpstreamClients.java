package health.consilium.gateway.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.httpcomponents.hc5.ObservationExecChainHandler;
import io.micrometer.core.instrument.binder.httpcomponents.hc5.PoolingHttpClientConnectionManagerMetricsBinder;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The connections to the services: one pool for requests, one for event streams, so that neither starves the other. */
@Component
public class UpstreamClients implements SmartLifecycle, AutoCloseable {

    /** After how many bytes of a body we look whether the service has answered already: each look costs a millisecond. */
    private static final long EARLY_ANSWER_CHECK = 256 * 1024;

    private final GatewaySettings settings;
    private final MeterRegistry meters;
    private final ObservationRegistry observations;
    private final PoolingHttpClientConnectionManager requestPool;
    private final PoolingHttpClientConnectionManager streamPool;
    private final CloseableHttpClient requests;
    private final CloseableHttpClient streams;

    /** Forgets by itself what nobody reads any more. */
    private final Set<HttpUriRequestBase> openStreams =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile boolean running;

    UpstreamClients(GatewaySettings settings, MeterRegistry meters, ObservationRegistry observations) {
        this.settings = settings;
        this.meters = meters;
        this.observations = observations;
        this.requestPool = pool(settings.connectionsPerReplica(), settings.responseTimeout());
        this.streamPool = pool(settings.streamsPerReplica(), settings.streamIdleTimeout());
        this.requests = client("requests", requestPool, settings.responseTimeout());
        this.streams = client("streams", streamPool, settings.streamIdleTimeout());
    }

    /** The replica's answer, whose body is still to be read; close it, or cancel the call. */
    public ClassicHttpResponse send(Replica replica, HttpUriRequestBase call, boolean stream) throws IOException {
        if (!stream) {
            return requests.executeOpen(replica.host(), call, null);
        }
        openStreams.add(call);
        return streams.executeOpen(replica.host(), call, null);
    }

    /** How many requests, or event streams, are under way to a replica. */
    int underWay(Replica replica, boolean streams) {
        return (streams ? streamPool : requestPool).getStats(replica.route()).getLeased();
    }

    /** Connections to an address that is gone are not used any more, and closed as idle ones. */
    private PoolingHttpClientConnectionManager pool(int perReplica, Duration silence) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(perReplica)
                .setMaxConnTotal(Integer.MAX_VALUE)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(silence))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .responseOutOfOrderStrategy(new MonitoringResponseOutOfOrderStrategy(EARLY_ANSWER_CHECK))
                        .build())
                .build();
    }

    // PINNED: Micrometer's own instrumentation, until its successor httpclient5-observation can be downloaded
    @SuppressWarnings("deprecation")
    private CloseableHttpClient client(String name, PoolingHttpClientConnectionManager pool, Duration silence) {
        new PoolingHttpClientConnectionManagerMetricsBinder(pool, name).bindTo(meters);
        return HttpClients.custom()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.poolTimeout()))
                        .setResponseTimeout(Timeout.of(silence))
                        .build())
                .addExecInterceptorBefore(
                        ChainElement.PROTOCOL.name(), "observation", new ObservationExecChainHandler(observations))
                .disableAutomaticRetries()
                .evictIdleConnections(TimeValue.of(settings.keepIdle()))
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends the event streams, which would otherwise hold up the graceful shutdown; readers reconnect elsewhere. */
    @Override
    public void stop() {
        running = false;
        synchronized (openStreams) {
            openStreams.forEach(HttpUriRequestBase::cancel);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void close() throws IOException {
        requests.close();
        streams.close();
    }
}
