package health.consilium.defaults.problem;

import java.util.List;
import org.springframework.http.HttpStatusCode;

/** The problem types that any service may answer with; each has a page at {@code /problems/<slug>}. */
public final class ProblemTypes {

    public static final ProblemType INVALID_REQUEST = new ProblemType("invalid-request", 400, "Invalid request");
    public static final ProblemType INVALID_CURSOR = new ProblemType("invalid-cursor", 400, "Invalid cursor");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType("unauthenticated", 401, "A valid access token is needed");
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "Not allowed for this role");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "Not found");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", 405, "Method not allowed");
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", 406, "Not acceptable");
    public static final ProblemType CONFLICT = new ProblemType("conflict", 409, "Conflict");
    public static final ProblemType REQUEST_IN_FLIGHT =
            new ProblemType("request-in-flight", 409, "The same request is still being handled");
    public static final ProblemType GONE = new ProblemType("gone", 410, "No longer available");
    public static final ProblemType STALE_VERSION = new ProblemType("stale-version", 412, "Changed by someone else");
    public static final ProblemType PAYLOAD_TOO_LARGE = new ProblemType("payload-too-large", 413, "Body too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", 415, "Unsupported media type");
    public static final ProblemType UNPROCESSABLE = new ProblemType("unprocessable", 422, "Cannot be processed");
    public static final ProblemType IDEMPOTENCY_KEY_REUSED =
            new ProblemType("idempotency-key-reused", 422, "Idempotency key used for another request");
    public static final ProblemType PRECONDITION_REQUIRED =
            new ProblemType("precondition-required", 428, "If-Match is required");
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("too-many-requests", 429, "Too many requests");
    public static final ProblemType INTERNAL_ERROR = new ProblemType("internal-error", 500, "Internal error");
    public static final ProblemType BAD_GATEWAY = new ProblemType("bad-gateway", 502, "A service answered badly");
    public static final ProblemType UNAVAILABLE = new ProblemType("unavailable", 503, "Temporarily unavailable");
    public static final ProblemType GATEWAY_TIMEOUT =
            new ProblemType("gateway-timeout", 504, "A service did not answer in time");

    private static final List<ProblemType> BY_STATUS = List.of(
            INVALID_REQUEST,
            UNAUTHENTICATED,
            FORBIDDEN,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            CONFLICT,
            GONE,
            STALE_VERSION,
            PAYLOAD_TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE,
            UNPROCESSABLE,
            PRECONDITION_REQUIRED,
            TOO_MANY_REQUESTS,
            INTERNAL_ERROR,
            BAD_GATEWAY,
            UNAVAILABLE,
            GATEWAY_TIMEOUT);

    private ProblemTypes() {}

    /** The general type of a status; other 4xx are invalid requests, other 5xx internal errors. */
    public static ProblemType of(HttpStatusCode status) {
        return BY_STATUS.stream()
                .filter(type -> type.status() == status.value())
                .findFirst()
                .orElse(status.is5xxServerError() ? INTERNAL_ERROR : INVALID_REQUEST);
    }
}
