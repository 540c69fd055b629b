package health.consilium.benchmarks.containers;

import health.consilium.benchmarks.containers.load.Publication;
import health.consilium.benchmarks.containers.platform.ComposePlatform;
import health.consilium.benchmarks.containers.platform.Container;
import health.consilium.benchmarks.containers.platform.Service;
import health.consilium.stack.client.Answer;
import health.consilium.stack.client.Call;
import health.consilium.stack.client.GatewayClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** Whether every replica of the search finds what was published. */
final class Found {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ComposePlatform platform;

    Found(ComposePlatform platform) {
        this.platform = platform;
    }

    /** The moment at which the last replica found the last of these. */
    Instant everywhere(Collection<Publication> publications) {
        for (Container replica : platform.replicas(Service.SEARCH)) {
            GatewayClient client = platform.client(replica);
            for (Publication publication : publications) {
                Waiting.until(
                        "%s finds %s".formatted(replica.name(), publication.article()),
                        PATIENCE,
                        () -> finds(client, publication));
            }
        }
        return Instant.now();
    }

    private static boolean finds(GatewayClient replica, Publication publication) {
        String token = URLEncoder.encode(publication.changeToken(), StandardCharsets.UTF_8);
        Answer answer = replica.send(Call.of(
                "member", "GET", "/api/v1/search?mode=lexical&q=%s&after=%s".formatted(publication.word(), token)));
        return answer.json().path("included").asBoolean(false)
                && answer.json().path("items").path(0).path("id").asString("").equals(publication.article());
    }
}
