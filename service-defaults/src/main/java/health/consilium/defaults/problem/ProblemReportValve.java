package health.consilium.defaults.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Answers what the server refuses before any filter sees it, such as a malformed request line, as a problem. */
public final class ProblemReportValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);

    private final Problems problems;

    public ProblemReportValve(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            write(request, response);
        } catch (IOException | IllegalStateException gone) {
            log.debug("The caller left before the error report", gone);
        }
    }

    private void write(Request request, Response response) throws IOException {
        ProblemType type = ProblemTypes.of(HttpStatusCode.valueOf(response.getStatus()));
        byte[] body = problems.json(request, new ProblemException(type, detail(type)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        response.getReporter().write(new String(body, StandardCharsets.US_ASCII));
        response.finishResponse();
    }

    private static String detail(ProblemType type) {
        return type.status() == 400
                ? "The request was not readable as HTTP, so it went no further."
                : type.title() + ".";
    }
}
