package health.consilium.defaults.problem;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the places of a request that are invalid, in the caller's terms. */
final class InvalidInput {

    private static final String WRONG_FORM = "has the wrong type or form";
    private static final String SEE_ERRORS = "The request has invalid values; see errors.";

    private InvalidInput() {}

    /** One place that is invalid, whatever the rest of the request is like. */
    static ProblemException place(String place, String detail) {
        return new ProblemException(ProblemTypes.INVALID_REQUEST, SEE_ERRORS).error(place, detail);
    }

    static ProblemException of(MethodArgumentNotValidException invalid) {
        var problem = new ProblemException(ProblemTypes.INVALID_REQUEST, SEE_ERRORS);
        add(problem, invalid.getBindingResult(), invalid.getParameter(), null);
        return problem;
    }

    static ProblemException of(HandlerMethodValidationException invalid) {
        var problem = new ProblemException(ProblemTypes.INVALID_REQUEST, SEE_ERRORS);
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            if (result instanceof ParameterErrors errors) {
                add(problem, errors, errors.getMethodParameter(), errors.getContainerIndex());
            } else {
                result.getResolvableErrors()
                        .forEach(error -> problem.error(name(result.getMethodParameter()), message(error)));
            }
        }
        return problem;
    }

    static ProblemException of(TypeMismatchException mismatch) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Objects.requireNonNullElse(mismatch.getPropertyName(), "request");
        return place(name, WRONG_FORM);
    }

    static ProblemException of(HttpMessageNotReadableException unreadable) {
        Optional<ProblemException> known = Failures.first(unreadable, ProblemException.class);
        if (known.isPresent()) {
            return known.get();
        }
        if (!(unreadable.getCause() instanceof JacksonException cause)) {
            return new ProblemException(ProblemTypes.INVALID_REQUEST, "The body is missing or unreadable.");
        }
        if (Failures.first(cause, StreamConstraintsException.class).isPresent()) {
            return new ProblemException(
                    ProblemTypes.INVALID_REQUEST, "The body is nested too deeply or has too long a value.");
        }
        Optional<StreamReadException> broken = Failures.first(cause, StreamReadException.class)
                .filter(failure -> !(failure instanceof InputCoercionException));
        if (broken.isPresent()) {
            return new ProblemException(ProblemTypes.INVALID_REQUEST, "The body is not valid JSON" + at(broken.get()));
        }
        if (cause.getPath().isEmpty()) {
            return new ProblemException(
                            ProblemTypes.INVALID_REQUEST, "The body is not the JSON value expected here" + at(cause))
                    .error("", WRONG_FORM);
        }
        boolean unknown = cause instanceof UnrecognizedPropertyException;
        return place(pointer(cause), unknown ? "is not a known field" : WRONG_FORM);
    }

    private static void add(
            ProblemException problem, Errors errors, MethodParameter parameter, @Nullable Integer index) {
        boolean body = parameter.hasParameterAnnotation(RequestBody.class);
        String start = index == null ? "" : "/" + index;
        for (ObjectError error : errors.getAllErrors()) {
            if (error instanceof FieldError field) {
                String place = body ? start + pointer(field.getField()) : field.getField();
                problem.error(place, field.isBindingFailure() ? WRONG_FORM : message(field));
            } else {
                problem.error(start, message(error));
            }
        }
    }

    private static String name(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null && !query.name().isEmpty()) {
            return query.name();
        }
        return parameter.hasParameterAnnotation(RequestBody.class)
                ? ""
                : Objects.requireNonNullElse(parameter.getParameterName(), "request");
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is invalid");
    }

    private static String at(JacksonException cause) {
        var location = cause.getLocation();
        return location == null || location.getLineNr() < 1
                ? "."
                : " (line %d, column %d).".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String pointer(JacksonException cause) {
        return cause.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "/" + step.getIndex() : "/" + escaped(step.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String pointer(String field) {
        return "/" + field.replace("]", "").replace('[', '/').replace('.', '/');
    }
}
