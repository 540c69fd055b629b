package health.consilium.defaults.problem;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns every exception of a controller into a problem document. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    public ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> problem(ProblemException problem, WebRequest request) {
        var document =
                problems.document(problem.type(), problem.detail(), path(request), problem.errors(), problem.members());
        return ResponseEntity.status(problem.type().status())
                .headers(problem.headers())
                .body(document);
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        log.error("Unexpected failure", failure);
        return respond(
                ProblemTypes.INTERNAL_ERROR,
                "Something went wrong on our side. Try again; if it goes on, report the trace id.",
                request,
                List.of());
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(field -> ProblemException.invalid(
                        pointer(field.getField()), Objects.requireNonNullElse(field.getDefaultMessage(), "is invalid")))
                .toList();
        return respond(ProblemTypes.INVALID_REQUEST, "The body has invalid fields; see errors.", request, errors);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> ProblemException.invalid(
                                Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), "request"),
                                Objects.requireNonNullElse(error.getDefaultMessage(), "is invalid"))))
                .toList();
        return respond(ProblemTypes.INVALID_REQUEST, "The request has invalid values; see errors.", request, errors);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var error = ProblemException.invalid(missing.getParameterName(), "is required");
        return respond(ProblemTypes.INVALID_REQUEST, "A parameter is missing; see errors.", request, List.of(error));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String parameter = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Objects.requireNonNullElse(mismatch.getPropertyName(), "request");
        var error = ProblemException.invalid(parameter, "has the wrong form");
        return respond(
                ProblemTypes.INVALID_REQUEST, "A value has the wrong form; see errors.", request, List.of(error));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (!(unreadable.getCause() instanceof JacksonException cause)) {
            return respond(ProblemTypes.INVALID_REQUEST, "The body is missing or unreadable.", request, List.of());
        }
        if (cause.getPath().isEmpty()) {
            return respond(ProblemTypes.INVALID_REQUEST, "The body is not valid JSON" + at(cause), request, List.of());
        }
        String detail =
                cause instanceof UnrecognizedPropertyException ? "is not a known field" : "has the wrong type or form";
        var error = ProblemException.invalid(pointer(cause), detail);
        return respond(
                ProblemTypes.INVALID_REQUEST, "The body has invalid fields; see errors.", request, List.of(error));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemType type = ProblemTypes.of(status);
        var document = problems.document(type, detail(type), path(request), List.of(), Map.of());
        return ResponseEntity.status(status).headers(headers).body(document);
    }

    private ResponseEntity<Object> respond(
            ProblemType type, String detail, WebRequest request, List<Map<String, String>> errors) {
        return ResponseEntity.status(type.status())
                .body(problems.document(type, detail, path(request), errors, Map.of()));
    }

    private static String detail(ProblemType type) {
        return switch (type.status()) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not support the method; see the Allow header.";
            case 406 -> "None of the media types you accept can be produced here.";
            case 415 -> "The body's media type is not supported; see the Accept header.";
            default -> type.title() + ".";
        };
    }

    private static String at(JacksonException cause) {
        var location = cause.getLocation();
        return location == null
                ? "."
                : " (line %d, column %d).".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String pointer(JacksonException cause) {
        return cause.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "/" + step.getIndex() : "/" + step.getPropertyName())
                .collect(Collectors.joining());
    }

    private static String pointer(String field) {
        return "/" + field.replace("]", "").replace('[', '/').replace('.', '/');
    }

    private static String path(WebRequest request) {
        return ((ServletWebRequest) request).getRequest().getRequestURI();
    }
}
