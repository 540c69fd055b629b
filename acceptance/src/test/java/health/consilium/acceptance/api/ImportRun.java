package health.consilium.acceptance.api;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** An import that was accepted, followed through the gateway. */
public final class ImportRun {
    private static final Duration POLL = Duration.ofMillis(20);

    private final Api api;
    private final String path;
    private final Instant submitted;

    private ImportRun(Api api, String path, Instant submitted) {
        this.api = api;
        this.path = path;
        this.submitted = submitted;
    }

    /** Uploads to {@code /imports?format=…} or {@code /question-imports}. */
    public static ImportRun submit(Api api, String path, String contentType, byte[] body) {
        Instant start = Instant.now();
        Answer accepted = api.upload(path, contentType, body).expect(202);
        return new ImportRun(api, accepted.header("Location").replaceFirst("^.*/api/v1", ""), start);
    }

    /** The job, as soon as so many records are done. */
    public JsonNode awaitProcessed(int records, Duration limit) {
        return await(limit, "processed", job -> job.path("processed").asInt() >= records);
    }

    public JsonNode awaitCompleted(Duration limit) {
        return await(limit, "completed", job -> job.path("state").asString().equals("completed"));
    }

    /** Since the upload began. */
    public Duration elapsed() {
        return Duration.between(submitted, Instant.now());
    }

    /** The job as it stands, or that its service is away. */
    public Answer read() {
        return api.get(path);
    }

    private JsonNode await(Duration limit, String what, Predicate<JsonNode> reached) {
        return Awaitility.await("import " + what)
                .atMost(limit)
                .pollInterval(POLL)
                .until(this::job, reached);
    }

    private JsonNode job() {
        Answer answer = read();
        return answer.isAway() ? MissingNode.getInstance() : answer.expect(200).json();
    }
}
