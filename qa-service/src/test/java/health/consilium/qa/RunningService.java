package health.consilium.qa;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.qa.SentMessages.Sent;
import health.consilium.stack.test.RealServers;
import health.consilium.stack.test.Tokens;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on real servers, used as its callers do. */
@RealServers(postgres = "qa")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningService {

    static final JsonMapper JSON = new JsonMapper();

    private final RestTestClient client = RestTestClient.bindToServer().build();

    @LocalServerPort
    private int port;

    @Value("${spring.kafka.bootstrap-servers}")
    String brokers = "";

    /** Sends a request as a user of the realm, "front-end" for a front end's server, {@code null} for nobody. */
    Reply send(@Nullable String user, HttpMethod method, String path, @Nullable Object body, String... headers) {
        var request = client.method(method).uri(URI.create("http://localhost:" + port + path));
        if (user != null) {
            request.header(
                    HttpHeaders.AUTHORIZATION,
                    "Bearer " + (user.equals("front-end") ? Tokens.ofFrontEnd() : Tokens.of(user)));
        }
        for (int place = 0; place < headers.length; place += 2) {
            request.header(headers[place], headers[place + 1]);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .body(body instanceof String text ? text : JSON.writeValueAsString(body));
        }
        return new Reply(request.exchange().expectBody(byte[].class).returnResult());
    }

    Reply get(String user, String path, String... headers) {
        return send(user, HttpMethod.GET, path, null, headers);
    }

    Reply post(String user, String path, Object body, String... headers) {
        return send(user, HttpMethod.POST, path, body, headers);
    }

    /** A question as the member of the realm asks it. */
    Asked ask(String title, String specialty) {
        Reply reply = post(
                "member",
                "/api/v1/questions",
                Map.of("title", title, "text", "What should I do about it?", "specialty", specialty));
        assertThat(reply.status()).isEqualTo(201);
        return new Asked(UUID.fromString(reply.json().path("id").asString()), reply.version());
    }

    /** A question everyone may read. */
    Asked askInPublic(String title, String specialty) {
        Asked asked = ask(title, specialty);
        Reply published = moderate(asked, Map.of("action", "publish"));
        assertThat(published.status()).isEqualTo(200);
        return new Asked(asked.id(), published.version());
    }

    Reply moderate(Asked question, Map<String, ?> decision) {
        return post("moderator", question.path() + "/moderation", decision, "If-Match", question.tag());
    }

    Reply answer(Asked question, String text) {
        return post("doctor", question.path() + "/answers", Map.of("text", text));
    }

    /** The messages sent of a question, awaited until there are {@code count}. */
    List<Sent> messages(Asked question, int count) {
        return SentMessages.await(
                brokers, "consilium.qa.question.state.v1", question.id().toString(), count);
    }

    /** A question at the version last seen. */
    record Asked(UUID id, long version) {

        String path() {
            return "/api/v1/questions/" + id;
        }

        String tag() {
            return "\"" + version + "\"";
        }
    }

    /** What came back. */
    record Reply(EntityExchangeResult<byte[]> result) {

        int status() {
            return result.getStatus().value();
        }

        byte[] bytes() {
            return Objects.requireNonNullElse(result.getResponseBody(), new byte[0]);
        }

        JsonNode json() {
            return JSON.readTree(bytes());
        }

        @Nullable
        String header(String name) {
            return result.getResponseHeaders().getFirst(name);
        }

        String tag() {
            return Objects.requireNonNull(header(HttpHeaders.ETAG), "every write answers with an ETag");
        }

        long version() {
            String tag = tag();
            return Long.parseLong(tag.substring(1, tag.length() - 1));
        }

        String problem() {
            return json().path("type").asString();
        }
    }
}
