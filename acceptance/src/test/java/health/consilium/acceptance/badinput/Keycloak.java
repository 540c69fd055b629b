package health.consilium.acceptance.badinput;

import health.consilium.stack.TokenEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes clients and realms by the local Keycloak's admin API, and gets tokens from them. */
final class Keycloak {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SECRET = "secret";
    private static final Map<String, Object> AUDIENCE = Map.of(
            "name", "audience",
            "protocol", "openid-connect",
            "protocolMapper", "oidc-audience-mapper",
            "config", Map.of("included.custom.audience", "consilium-api", "access.token.claim", "true"));

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI issuer;

    Keycloak(URI issuer) {
        this.issuer = issuer;
    }

    /** A token that is good for a second. */
    String shortLivedToken() {
        return tokenOf(
                Map.of("protocolMappers", List.of(AUDIENCE), "attributes", Map.of("access.token.lifespan", "1")));
    }

    String tokenForAnotherAudience() {
        return tokenOf(Map.of("protocolMappers", List.of()));
    }

    String tokenOfAnotherIssuer() {
        String realm = "elsewhere-" + UUID.randomUUID();
        create(
                "/admin/realms",
                Map.of(
                        "realm",
                        realm,
                        "enabled",
                        true,
                        "sslRequired",
                        "none",
                        "clients",
                        List.of(client("visitor", Map.of("protocolMappers", List.of(AUDIENCE))))));
        return new TokenEndpoint(issuer.resolve("/realms/" + realm))
                .ofClient("visitor", SECRET)
                .value();
    }

    private String tokenOf(Map<String, Object> settings) {
        String id = "acceptance-" + UUID.randomUUID();
        create("/admin" + issuer.getPath() + "/clients", client(id, settings));
        return new TokenEndpoint(issuer).ofClient(id, SECRET).value();
    }

    private static Map<String, Object> client(String id, Map<String, Object> settings) {
        Map<String, Object> client = new HashMap<>(settings);
        client.putAll(Map.of(
                "clientId", id,
                "secret", SECRET,
                "publicClient", false,
                "serviceAccountsEnabled", true,
                "standardFlowEnabled", false));
        return client;
    }

    private void create(String path, Map<String, Object> what) {
        HttpResponse<String> response = post(
                path, "application/json", JSON.writeValueAsString(what), "Authorization", "Bearer " + adminToken());
        if (response.statusCode() != 201) {
            throw new AssertionError("Keycloak answered %d %s".formatted(response.statusCode(), response.body()));
        }
    }

    private String adminToken() {
        HttpResponse<String> response = post(
                "/realms/master/protocol/openid-connect/token",
                "application/x-www-form-urlencoded",
                "grant_type=password&client_id=admin-cli&username=admin&password=admin");
        JsonNode token = JSON.readTree(response.body());
        return token.path("access_token").asString();
    }

    private HttpResponse<String> post(String path, String contentType, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(issuer.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
