package health.consilium.defaults.problem;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.ServerHttpObservationFilter;
import tools.jackson.databind.json.JsonMapper;

/** Makes problem documents and, outside Spring MVC, writes them. */
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final ObjectProvider<Tracer> tracer;
    private final JsonMapper json;

    public Problems(ObjectProvider<Tracer> tracer, JsonMapper json) {
        this.tracer = tracer;
        this.json = json;
    }

    /** The document for one problem of one request. */
    ProblemDetail document(HttpServletRequest request, ProblemException problem) {
        ProblemType type = problem.type();
        ProblemDetail document = ProblemDetail.forStatus(type.status());
        document.setType(type.uri());
        document.setTitle(type.title());
        document.setDetail(problem.detail());
        document.setInstance(instance(request.getRequestURI()));
        problem.members().forEach(document::setProperty);
        document.setProperty("traceId", traceId(request));
        if (!problem.errors().isEmpty()) {
            document.setProperty("errors", problem.errors());
        }
        return document;
    }

    /** Writes a problem from a filter, an entry point or an error page. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemType type, String detail)
            throws IOException {
        write(request, response, new ProblemException(type, detail));
    }

    /** Writes a problem thrown where Spring MVC does not see it. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        byte[] body = json(request, problem);
        response.resetBuffer();
        problem.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setStatus(problem.type().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Logs a failure that nobody caught and writes what it means to the caller. */
    public void writeFailure(HttpServletRequest request, HttpServletResponse response, Throwable failure)
            throws IOException {
        write(request, response, Failures.problem(failure));
    }

    byte[] json(HttpServletRequest request, ProblemException problem) {
        return json.writeValueAsBytes(document(request, problem));
    }

    /** The request's path; {@code null} when it is not one, as it may be in a malformed request. */
    private static @Nullable URI instance(@Nullable String path) {
        try {
            return path == null || path.startsWith("//") ? null : URI.create(path);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** The request's trace, also while an error page is made of it; one made up here can be found in the log. */
    private String traceId(HttpServletRequest request) {
        return observed(request)
                .or(this::current)
                .map(span -> span.context().traceId())
                .filter(id -> !id.isEmpty())
                .orElseGet(Problems::untraced);
    }

    private Optional<Span> current() {
        return Optional.ofNullable(tracer.getIfAvailable()).map(Tracer::currentSpan);
    }

    private static Optional<Span> observed(HttpServletRequest request) {
        return ServerHttpObservationFilter.findObservationContext(request)
                .map(context -> (TracingContext) context.get(TracingContext.class))
                .map(TracingContext::getSpan);
    }

    private static String untraced() {
        String id = UUID.randomUUID().toString().replace("-", "");
        log.info("A request failed before it was traced; its problem carries traceId={}", id);
        return id;
    }
}
