package health.consilium.stack.client;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.TokenEndpoint;
import health.consilium.stack.TokenEndpoint.Token;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sends requests to the gateway with the tokens of the demo users. */
public final class GatewayClient {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final URI gateway;
    private final TokenEndpoint endpoint;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public GatewayClient(URI gateway, TokenEndpoint endpoint) {
        this.gateway = gateway;
        this.endpoint = endpoint;
    }

    /** Sends the request and waits for its answer, whatever its status. */
    public Answer send(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(call.path()))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token(call.user()))
                .header("Accept", "application/json, application/problem+json")
                .method(call.method(), call.body());
        call.headers().forEach(request::setHeader);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new ServerFailure("The gateway does not answer at %s: see ./consilium status.".formatted(gateway), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted.", e);
        }
    }

    /** The user's access token, asked for again shortly before it ends. */
    public String token(String user) {
        return tokens.compute(user, (name, known) -> isFresh(known) ? known : endpoint.ofUser(user, user))
                .value();
    }

    private static boolean isFresh(@Nullable Token token) {
        return token != null && token.expiresAt().minus(MARGIN).isAfter(Instant.now());
    }
}
