package health.consilium.search;

import health.consilium.defaults.web.ChangeToken;
import health.consilium.stack.test.Tokens;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What a front-end asks of the search: parameters begin with a question mark. */
record SearchClient(RestTestClient http) {

    private static final String PATH = "/api/v1/search";

    boolean isReady() {
        return http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .is2xxSuccessful();
    }

    ResponseSpec ask(String parameters) {
        return http.get()
                .uri(URI.create(PATH + parameters))
                .header("Authorization", "Bearer " + Tokens.ofFrontEnd())
                .exchange();
    }

    JsonNode status() {
        return found("/status");
    }

    JsonNode found(String parameters) {
        return Objects.requireNonNull(ask(parameters)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    /** What is found once a change is searchable, or when waiting for it ended. */
    JsonNode foundAfter(String parameters, String type, String id, long version) {
        return found(parameters + "&after=" + new ChangeToken(type, id, version).encode());
    }

    List<String> idsAfter(String parameters, String type, String id, long version) {
        return ids(foundAfter(parameters, type, id, version));
    }

    /** Those on all pages. */
    List<String> allIds(String parameters) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (!cursor.equals("null")) {
            JsonNode page = found(parameters + "&cursor=" + cursor);
            ids.addAll(ids(page));
            cursor = page.path("next").asString("null");
        }
        return ids;
    }

    private static List<String> ids(JsonNode found) {
        return found.path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
