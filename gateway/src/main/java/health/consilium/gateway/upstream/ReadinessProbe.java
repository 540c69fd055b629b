package health.consilium.gateway.upstream;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/**
 * Asks a replica whether it is ready, over a new connection each time: it must take those, too, and the pools of
 * requests may be at their limits. Nobody wants these questions in traces and metrics.
 */
@Component
class ReadinessProbe implements AutoCloseable {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 1_000;

    private final CloseableHttpClient client;

    ReadinessProbe(GatewaySettings settings) {
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(MOST_AT_ONCE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .setSocketTimeout(Timeout.of(LONGEST_SILENCE))
                                .build())
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableDefaultUserAgent()
                .build();
    }

    boolean isReady(Replica replica, String path) {
        try {
            return client.execute(
                    replica.host(), new BasicClassicHttpRequest("GET", path), answer -> answer.getCode() == 200);
        } catch (IOException unreachable) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
