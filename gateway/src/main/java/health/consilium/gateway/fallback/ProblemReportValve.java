package health.consilium.gateway.fallback;

import health.consilium.defaults.problem.ProblemType;
import health.consilium.defaults.problem.ProblemTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers what the server refuses before any filter sees it, such as a malformed request line, as a problem. */
public final class ProblemReportValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            byte[] body = JSON.writeValueAsBytes(problem(response.getStatus()));
            response.setContentLength(body.length);
            response.getReporter().write(new String(body, StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            log.debug("The caller left before the error report", gone);
        }
    }

    private static Map<String, @Nullable Object> problem(int status) {
        ProblemType type = ProblemTypes.of(HttpStatusCode.valueOf(status));
        var problem = new LinkedHashMap<String, @Nullable Object>();
        problem.put("type", type.uri());
        problem.put("title", type.title());
        problem.put("status", status);
        problem.put("detail", "The request was not readable as HTTP, so it went no further.");
        problem.put("instance", null);
        problem.put("traceId", null);
        return problem;
    }
}
