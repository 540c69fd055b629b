package health.consilium.stack.client;

import health.consilium.stack.ServerFailure;
import java.io.FileNotFoundException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Imports through the gateway: uploads, then follows the job until it is done. */
public final class Imports {
    /** The format that goes to the Q&A; all others go to the content. */
    public static final String QUESTIONS = "questions";

    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final JsonMapper JSON = new JsonMapper();

    private final GatewayClient gateway;

    public Imports(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** Returns the completed job; the consumer hears how far it is. */
    public ImportJob run(String format, Upload upload, Consumer<ImportJob> progress) {
        String user = format.equals(QUESTIONS) ? "moderator" : "editor";
        String path = format.equals(QUESTIONS) ? "/api/v1/question-imports" : "/api/v1/imports";
        String query = format.equals(QUESTIONS) ? "" : "?format=" + URLEncoder.encode(format, StandardCharsets.UTF_8);
        ImportJob job = read(gateway.send(post(user, path + query, upload)));
        while (!job.isCompleted()) {
            progress.accept(job);
            LockSupport.parkNanos(INTERVAL.toNanos());
            job = read(gateway.send(Call.of(user, "GET", path + "/" + job.id())));
        }
        progress.accept(job);
        return job;
    }

    private static Call post(String user, String path, Upload upload) {
        try {
            Call call = Call.of(user, "POST", path).body(upload.contentType(), BodyPublishers.ofFile(upload.file()));
            return upload.gzipped() ? call.header("Content-Encoding", "gzip") : call;
        } catch (FileNotFoundException e) {
            throw new ServerFailure("%s is gone.".formatted(upload.file()), e);
        }
    }

    private static ImportJob read(Answer answer) {
        if (!answer.isSuccess()) {
            throw new ServerFailure("The import was refused: %s".formatted(answer.problem()));
        }
        return JSON.readValue(answer.text(), ImportJob.class);
    }
}
