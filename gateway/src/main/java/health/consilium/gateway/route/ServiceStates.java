package health.consilium.gateway.route;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.springframework.stereotype.Component;

/** Which services are ready, asked at most once a second however many callers want to know. */
@Component
class ServiceStates {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GatewaySettings settings;
    private final UpstreamClients clients;
    private Map<String, String> states = Map.of();
    private long askedAt;

    ServiceStates(GatewaySettings settings, UpstreamClients clients) {
        this.settings = settings;
        this.clients = clients;
    }

    /** {@code UP} or {@code DOWN} by service. */
    synchronized Map<String, String> current() {
        if (states.isEmpty() || System.nanoTime() - askedAt > FRESH.toNanos()) {
            states = ask();
            askedAt = System.nanoTime();
        }
        return states;
    }

    private Map<String, String> ask() {
        var asked = new LinkedHashMap<String, CompletableFuture<Boolean>>();
        settings.services()
                .forEach((name, address) ->
                        asked.put(name, CompletableFuture.supplyAsync(() -> isReady(address), threads)));
        var answers = new LinkedHashMap<String, String>();
        asked.forEach((name, ready) -> answers.put(name, ready.join() ? "UP" : "DOWN"));
        return answers;
    }

    private boolean isReady(URI address) {
        var request = new BasicClassicHttpRequest("GET", "/actuator/health/readiness");
        var service = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
        try (var answer = clients.send(service, request, FRESH)) {
            return answer.getCode() == 200;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
