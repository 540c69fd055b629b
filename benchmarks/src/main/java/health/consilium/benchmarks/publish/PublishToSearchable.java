package health.consilium.benchmarks.publish;

import health.consilium.stack.TokenEndpoint;
import health.consilium.stack.client.Answer;
import health.consilium.stack.client.Call;
import health.consilium.stack.client.GatewayClient;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Publishes article after article on an otherwise idle platform and asks the search with each one's change token.
 * Where the platform is comes from CONSILIUM_GATEWAY_PORT, CONSILIUM_KEYCLOAK_PORT and CONSILIUM_KAFKA_PORT.
 */
public final class PublishToSearchable {
    private static final int WARM_UP = 100;
    private static final String PUBLICATIONS = "1000";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final GatewayClient gateway;
    private final Arrivals arrivals;
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    private PublishToSearchable(GatewayClient gateway, Arrivals arrivals) {
        this.gateway = gateway;
        this.arrivals = arrivals;
    }

    /** Takes the number of publications, 1,000 unless given; prints a table in Markdown. */
    public static void main(String... arguments) throws InterruptedException {
        int publications = Integer.parseInt(arguments.length == 0 ? PUBLICATIONS : arguments[0]);
        URI issuer = URI.create("http://localhost:%s/realms/consilium".formatted(port("KEYCLOAK", "8180")));
        var gateway =
                new GatewayClient(URI.create("http://localhost:" + port("GATEWAY", "8080")), new TokenEndpoint(issuer));
        try (Arrivals arrivals = Arrivals.watch("localhost:" + port("KAFKA", "19092"))) {
            System.out.print(Report.of(new PublishToSearchable(gateway, arrivals).measure(publications)));
        }
    }

    private List<Timing> measure(int publications) throws InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            publish("warm" + i);
        }
        List<Timing> timings = new ArrayList<>();
        for (int i = 0; i < publications; i++) {
            timings.add(publish("run" + i));
        }
        return timings;
    }

    private Timing publish(String name) throws InterruptedException {
        String word = "probe" + run + name;
        Answer draft = expect(
                201,
                Call.of("editor", "POST", "/api/v1/articles")
                        .json(Map.of("title", "Probe " + word, "body", "<p>A short text about " + word + ".</p>")));
        String id = draft.json().path("id").asString();
        String path = "/api/v1/articles/" + id;
        expect(201, Call.of("reviewer", "POST", path + "/reviews").json(Map.of("decision", "approve")));
        Call publication = Call.of("editor", "PUT", path + "/publication")
                .header("If-Match", draft.header("ETag"))
                .json(Map.of());
        long start = System.nanoTime();
        Answer published = expect(200, publication);
        long acknowledged = System.nanoTime();
        String token = URLEncoder.encode(published.header("Change-Token"), StandardCharsets.UTF_8);
        Answer found = awaitIncluded(search(word + "&after=" + token));
        long searchable = System.nanoTime();
        requireFound(found, id);
        expect(200, search(word));
        long searched = System.nanoTime();
        long stamped =
                nanoTime(Instant.parse(published.json().path("publishedAt").asString()));
        return new Timing(start, acknowledged, stamped, arrivals.of(id), searchable, searched);
    }

    /** The same time on the clock of the other times. */
    private static long nanoTime(Instant time) {
        return System.nanoTime() - Duration.between(time, Instant.now()).toNanos();
    }

    /** By words: the vector of a query that nobody asked before would be timed as well, once. */
    private static Call search(String query) {
        return Call.of("member", "GET", "/api/v1/search?mode=lexical&q=" + query);
    }

    /** One search waits for its change no longer than two seconds. */
    private Answer awaitIncluded(Call search) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer found;
        do {
            found = expect(200, search);
        } while (!found.json().path("included").asBoolean() && System.nanoTime() < end);
        return found;
    }

    private static void requireFound(Answer found, String id) {
        boolean included = found.json().path("included").asBoolean(false);
        if (!included
                || !found.json().path("items").path(0).path("id").asString("").equals(id)) {
            throw new IllegalStateException("The search did not show " + id + ": " + found.text());
        }
    }

    private Answer expect(int status, Call call) {
        Answer answer = gateway.send(call);
        if (answer.status() != status) {
            throw new IllegalStateException(
                    "%s %s: %d %s".formatted(call.method(), call.path(), answer.status(), answer.text()));
        }
        return answer;
    }

    private static String port(String part, String usual) {
        return Objects.requireNonNullElse(System.getenv("CONSILIUM_" + part + "_PORT"), usual);
    }
}
