package health.consilium.defaults.problem;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Makes problem documents and, outside Spring MVC, writes them. */
public final class Problems {

    private final ObjectProvider<Tracer> tracer;
    private final JsonMapper json;

    public Problems(ObjectProvider<Tracer> tracer, JsonMapper json) {
        this.tracer = tracer;
        this.json = json;
    }

    /** The document for one problem of one request, with the current trace's id. */
    public ProblemDetail document(
            ProblemType type, String detail, String path, List<Map<String, String>> errors, Map<String, Object> more) {
        ProblemDetail problem = ProblemDetail.forStatus(type.status());
        problem.setType(type.uri());
        problem.setTitle(type.title());
        problem.setDetail(detail);
        problem.setInstance(URI.create(path));
        more.forEach(problem::setProperty);
        problem.setProperty("traceId", traceId());
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    /** Writes a problem from a filter, an entry point or an error page. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemType type, String detail)
            throws IOException {
        ProblemDetail problem = document(type, detail, request.getRequestURI(), List.of(), Map.of());
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(type.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Writes a problem thrown where Spring MVC does not see it. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        problem.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        write(request, response, problem.type(), problem.detail());
    }

    private @Nullable String traceId() {
        Tracer available = tracer.getIfAvailable();
        Span span = available == null ? null : available.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
