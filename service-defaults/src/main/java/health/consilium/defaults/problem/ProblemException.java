package health.consilium.defaults.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;

/** An error the caller is told about; its message is the problem's {@code detail} and holds no personal data. */
public final class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient List<Map<String, String>> errors = new ArrayList<>();
    private final transient HttpHeaders headers = new HttpHeaders();

    public ProblemException(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    /** Adds an extension member to the problem. */
    public ProblemException with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Adds one invalid place: a JSON pointer when it is empty or starts with {@code /}, else a parameter or header. */
    public ProblemException error(String place, String detail) {
        errors.add(invalid(place, detail));
        return this;
    }

    /** Adds a response header, such as {@code Retry-After}. */
    public ProblemException header(String name, String value) {
        headers.add(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    /** The problem's detail. */
    public String detail() {
        return Objects.requireNonNull(getMessage());
    }

    Map<String, Object> members() {
        return members;
    }

    /** The invalid places, in the order they were added. */
    public List<Map<String, String>> errors() {
        return List.copyOf(errors);
    }

    /** The response headers; whoever is told to come back is told when. */
    HttpHeaders headers() {
        boolean later = type.status() == 503 || type.status() == 429;
        if (later && !headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
            headers.add(HttpHeaders.RETRY_AFTER, "5");
        }
        return headers;
    }

    private static Map<String, String> invalid(String place, String detail) {
        var invalid = new LinkedHashMap<String, String>();
        invalid.put(place.startsWith("/") || place.isEmpty() ? "pointer" : "parameter", place);
        invalid.put("detail", detail);
        return Collections.unmodifiableMap(invalid);
    }
}
