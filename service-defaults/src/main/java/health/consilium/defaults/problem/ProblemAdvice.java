package health.consilium.defaults.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns every exception of a controller into a problem document. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    public ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    /** Rethrown once the response is on its way, so that the connection breaks and nobody takes it for complete. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (failure instanceof IOException && DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            log.debug("The caller left before the response was complete", failure);
            return null;
        }
        if (committed(request)) {
            throw failure;
        }
        return respond(Failures.problem(failure), request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return respond(InvalidInput.of(invalid), request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return respond(InvalidInput.of(invalid), request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return respond(InvalidInput.place(missing.getParameterName(), "is required"), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid instanceof MissingRequestHeaderException missing
                ? respond(InvalidInput.place(missing.getHeaderName(), "is a required header"), request)
                : handleExceptionInternal(invalid, null, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return respond(InvalidInput.of(mismatch), request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return respond(InvalidInput.of(unreadable), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (committed(request)) {
            return null;
        }
        ProblemType type = ProblemTypes.of(status);
        if (type.status() == ProblemTypes.INTERNAL_ERROR.status()) {
            return respond(Failures.problem(failure), request);
        }
        var problem = new ProblemException(type, detail(type));
        headers.forEach((name, values) -> values.forEach(value -> problem.header(name, value)));
        return respond(problem, request);
    }

    private ResponseEntity<Object> respond(ProblemException problem, WebRequest request) {
        return ResponseEntity.status(problem.type().status())
                .headers(problem.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(problems.document(((ServletWebRequest) request).getRequest(), problem));
    }

    private static boolean committed(WebRequest request) {
        HttpServletResponse response = ((ServletWebRequest) request).getResponse();
        return response != null && response.isCommitted();
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
}
