package health.consilium.stack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the local realm hands out access tokens. */
public final class TokenEndpoint {
    /** An access token and when it ends. */
    public record Token(String value, Instant expiresAt) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final URI endpoint;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public TokenEndpoint(URI issuer) {
        this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** The token of a person who logs in on the command line. */
    public Token ofUser(String username, String password) {
        return request(Map.of(
                "grant_type", "password", "client_id", "consilium-cli", "username", username, "password", password));
    }

    /** The token of a front end's server, which acts for nobody. */
    public Token ofClient(String clientId, String secret) {
        return request(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    private Token request(Map<String, String> form) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new ServerFailure("Keycloak gave no token (%d: %s)."
                        .formatted(
                                response.statusCode(),
                                answer.path("error_description").asString("no reason given")));
            }
            Instant end = Instant.now().plusSeconds(answer.path("expires_in").asLong());
            return new Token(answer.path("access_token").asString(), end);
        } catch (IOException e) {
            throw new ServerFailure("Keycloak does not answer at %s; is it running?".formatted(endpoint), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while asking for a token.", e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
