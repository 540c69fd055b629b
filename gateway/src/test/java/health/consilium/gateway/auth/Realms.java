package health.consilium.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.stack.TokenEndpoint;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens that Keycloak really issues, from clients and a realm that the gateway must not believe. */
final class Realms {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Object> AUDIENCE = Map.of(
            "name",
            "audience",
            "protocol",
            "openid-connect",
            "protocolMapper",
            "oidc-audience-mapper",
            "config",
            Map.of("included.custom.audience", "consilium-api", "access.token.claim", "true"));

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI issuer;

    Realms(URI issuer) {
        this.issuer = issuer;
    }

    String tokenWithoutAudience() throws Exception {
        String client = client(Map.of("protocolMappers", List.of()));
        return new TokenEndpoint(issuer).ofClient(client, "secret").value();
    }

    String tokenForTwoSeconds() throws Exception {
        String client = client(
                Map.of("protocolMappers", List.of(AUDIENCE), "attributes", Map.of("access.token.lifespan", "2")));
        return new TokenEndpoint(issuer).ofClient(client, "secret").value();
    }

    String tokenOfAnotherRealm() throws Exception {
        String realm = "elsewhere-" + UUID.randomUUID();
        String client = "visitor";
        admin(
                "/admin/realms",
                Map.of(
                        "realm",
                        realm,
                        "enabled",
                        true,
                        "sslRequired",
                        "none",
                        "clients",
                        List.of(describe(client, Map.of("protocolMappers", List.of(AUDIENCE))))));
        return new TokenEndpoint(issuer.resolve("/realms/" + realm))
                .ofClient(client, "secret")
                .value();
    }

    /** The realm's RSA key as everybody can read it. */
    byte[] publicKey() throws Exception {
        var request = HttpRequest.newBuilder(issuer).build();
        JsonNode realm =
                JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        return Base64.getDecoder().decode(realm.path("public_key").asString());
    }

    private String client(Map<String, Object> more) throws Exception {
        String id = "test-" + UUID.randomUUID();
        admin("/admin" + issuer.getPath() + "/clients", describe(id, more));
        return id;
    }

    private static Map<String, Object> describe(String id, Map<String, Object> more) {
        var client = new HashMap<String, Object>(more);
        client.putAll(Map.of(
                "clientId",
                id,
                "secret",
                "secret",
                "publicClient",
                false,
                "serviceAccountsEnabled",
                true,
                "standardFlowEnabled",
                false));
        return client;
    }

    private void admin(String path, Map<String, Object> body) throws Exception {
        var request = HttpRequest.newBuilder(issuer.resolve(path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private String adminToken() throws Exception {
        String form = Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "admin")
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(issuer.resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("access_token").asString();
    }
}
